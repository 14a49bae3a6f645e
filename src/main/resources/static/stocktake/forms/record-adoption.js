/** The secretariat records whether ministers adopted the work plan. */
import { addressees, ofMails } from './addressees.js';
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { clock, day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el, panel, paragraphs } from './dom.js';
import { sealed } from './take-in-changes.js';

export async function mount(element, { cycle, host }) {
  const { title, asemme, ministers, asked } = await get(path`/api/endorsements/${cycle}`);
  const { recorded, dropped } = asemme;
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${title} (${cycle}). Ministers were given `, sealed(cycle, `version ${ministers.version}, sealed ${clock(ministers.sealedAt)}`),
        `. Its annex, the work plan for the next two years, has ${counted(ministers)}.`),
      el('p', {}, 'Record what they decided. The report is then published as it was sealed, byte for byte, whether the work plan was adopted or not.'),
      asked && el('details', { class: 'st-plan' }, el('summary', {}, 'What SOM2 asked to change, in words'), paragraphs(asked)),
      state(asemme),
    ],
    keptAs: `adoption.${cycle}`,
    content: dropped ? { adopted: 'no', reason: 'The ministers’ meeting was dropped.' } : { adopted: 'yes', on: asemme.held },
    sections: recorded ? [{
      title: 'The decision',
      fields: [
        {
          name: 'adopted', kind: 'choice', required: true, label: 'Was the work plan adopted?',
          options: dropped ? { no: 'Not adopted' } : { yes: 'Adopted, as annex to the Chair’s Conclusions', no: 'Not adopted' },
        },
        ...dropped ? [] : [{ name: 'on', kind: 'date', label: 'Adopted on', help: 'Needed when it was adopted.' }],
        { name: 'reason', kind: 'text', rows: 3, label: 'Why not', help: 'Needed when it was not adopted.' },
      ],
    }] : [],
    act: recorded && {
      label: 'Record adoption', done: 'The decision is recorded; the report is being published.',
      run: async ({ adopted, on, reason }) => {
        const yes = adopted === 'yes';
        const people = yes && addressees(ofMails(await get(path`/api/endorsements/${cycle}/addressees`)));
        return (await confirm(shown.notice, yes ? `Record that the work plan was adopted${on ? ` on ${day(on)}` : ''}?` : 'Record that the work plan was not adopted?',
          yes ? 'Yes, it was adopted' : 'Yes, it was not adopted', ...follows(cycle, yes, ministers), yes && people.element))
          && post(path`/api/endorsements/${cycle}/adoption`, { adopted: adopted && yes, on: yes ? on : undefined, reason: yes ? undefined : reason, leftOut: yes ? people.leftOut() : undefined });
      },
    },
  });
}

function follows(cycle, adopted, ministers) {
  return [
    el('p', {}, adopted
      ? `Its ${counted(ministers)} become the commitments that the next cycle’s forms ask about, and every coordinator gets a mail with their own.`
      : 'Nobody gets a mail about it. The next cycle’s forms ask about the work plan adopted before, or about the milestones of the Action Plan.'),
    el('p', {}, `The report and its annex become public at /reports/${cycle}. This cannot be undone.`),
  ];
}

function state({ recorded, dropped, held, decisions }) {
  if (dropped) {
    return panel('note', 'The ministers’ meeting was dropped', el('p', {}, 'Nobody could adopt the work plan there: record that it was not adopted, so that the report is published.'));
  }
  if (!recorded) {
    return panel('warning', 'The ASEMME is not recorded yet', el('p', {}, 'Its decision can be recorded once it is: look for the task of the ASEMME in your list, record the meeting, then come back here.'));
  }
  return el('details', { class: 'st-plan' }, el('summary', {}, `The ministers’ meeting was held on ${day(held)}`),
    decisions ? paragraphs(decisions) : el('p', { class: 'st-nothing' }, 'No decisions were noted.'));
}

function counted({ lines, initiatives }) {
  return `${lines} ${lines === 1 ? 'line' : 'lines'} of ${initiatives} ${initiatives === 1 ? 'initiative' : 'initiatives'}`;
}
