/** The secretariat records a meeting that was held. */
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { after, FORMATS, introOf, meetingOf } from './meetings.js';

const NUMBERS = ['partners', 'stakeholders', 'persons'];

export async function mount(element, { cycle, meeting: kind, host }) {
  const shown = await meetingOf(cycle, kind);
  const { meeting } = shown;
  const [counted, decided] = await Promise.all([get(path`/api/cycles/${cycle}/meetings/${kind}/participants`), get(path`/api/cycles/${cycle}/meetings/${kind}/decisions`)]);
  const form = deskForm(element, host, {
    intro: [introOf(shown, cycle), el('p', {}, 'Leave empty what nobody knows or counted. ', counted.inWords ? `The list of participants has ${counted.inWords}. ` : '',
      el('a', { href: `/desk/meetings/${cycle}/${kind}` }, 'All about this meeting'))],
    keptAs: `meeting.${cycle}.${kind}`,
    content: { heldOn: meeting.held, place: meeting.place, format: meeting.format, ...numbersOf(counted), decisions: textOf(decided) },
    sections: [
      {
        title: 'When and where',
        fields: [
          { name: 'heldOn', kind: 'date', required: true, label: 'First day' },
          { name: 'place', kind: 'line', label: 'Place', help: 'City and country' },
          { name: 'format', kind: 'choice', label: 'How was it held?', options: FORMATS },
        ],
      },
      {
        title: 'Who was there',
        fields: [
          { name: 'partners', kind: 'line', type: 'number', width: 'short', label: 'Partners', help: 'Number of ASEM partners represented' },
          { name: 'stakeholders', kind: 'line', type: 'number', width: 'short', label: 'Stakeholders', help: 'Number of stakeholders represented' },
          { name: 'persons', kind: 'line', type: 'number', width: 'short', label: 'Persons', help: 'Number of persons in all' },
        ],
      },
      {
        title: 'What was decided',
        fields: [{ name: 'decisions', kind: 'text', label: 'Decisions', help: 'What matters for the stocktaking: who speaks next, what was asked for, what moved' }],
      },
    ],
    act: {
      label: 'Record the meeting', done: `${kind} is recorded.`,
      run: async (said) => (!said.heldOn || await confirm(form.notice, `Record ${kind}, held on ${day(said.heldOn)}?`, 'Yes, record it',
        el('p', {}, `${after(kind)} The record cannot be changed afterwards.`)))
        && post(path`/api/cycles/${cycle}/meetings/${kind}/record`, asSent(said)),
    },
  });
}

/** As the form holds them; what was not counted is left out. */
function numbersOf(counted) {
  return Object.fromEntries(NUMBERS.filter((name) => Number.isInteger(counted[name])).map((name) => [name, String(counted[name])]));
}

/** '1. Text (A01-I02)' for each; the numbered list itself is kept beside it. */
function textOf({ decisions }) {
  return decisions.map(({ text, initiative }, index) => `${index + 1}. ${text}${initiative ? ` (${initiative})` : ''}`).join('\n\n') || undefined;
}

function asSent(said) {
  const numbers = NUMBERS.filter((name) => said[name] !== undefined).map((name) => [name, Number(said[name])]);
  return { ...said, ...Object.fromEntries(numbers) };
}
