/** The secretariat records a meeting that was held. */
import { path, post } from './api.js';
import { confirm } from './asking.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { after, FORMATS, introOf, meetingOf } from './meetings.js';

const NUMBERS = ['partners', 'stakeholders', 'persons'];

export async function mount(element, { cycle, meeting: kind, host }) {
  const shown = await meetingOf(cycle, kind);
  const { meeting } = shown;
  const form = deskForm(element, host, {
    intro: [introOf(shown, cycle), el('p', {}, 'Leave empty what nobody knows or counted.')],
    keptAs: `meeting.${cycle}.${kind}`,
    content: { heldOn: meeting.held, place: meeting.place, format: meeting.format },
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

function asSent(said) {
  const numbers = NUMBERS.filter((name) => said[name] !== undefined).map((name) => [name, Number(said[name])]);
  return { ...said, ...Object.fromEntries(numbers) };
}
