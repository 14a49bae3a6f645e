/** The secretariat notes that everything is ready for a meeting. */
import { path, post } from './api.js';
import { confirm } from './asking.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el, list } from './dom.js';
import { offMount } from './hold-meeting.js';
import { introOf, meetingOf, minutesOf } from './meetings.js';

/** What is usually made ready, by kind of meeting. */
const READY = {
  ISOM: ['invitation and agenda, agreed with the host', 'list of participants'],
  SOM1: ['invitation and agenda, agreed with the host', 'list of participants', 'structure of the Stocktaking Report and how it is written'],
  SOM2: ['invitation and agenda, agreed with the host', 'list of participants', 'Stocktaking Report and the other papers, two weeks before'],
  ASEMME: ['invitation and agenda, agreed with the host', 'list of participants', 'draft of the Chair’s Conclusions with the work plan as annex'],
};

export async function mount(element, { cycle, meeting: kind, host }) {
  const shown = await meetingOf(cycle, kind);
  const form = deskForm(element, host, {
    intro: [
      introOf(shown, cycle),
      el('p', {}, el('a', { href: `/desk/meetings/${cycle}/${kind}` }, 'All about this meeting'), ': announcement, agenda, slots, participants.'),
      el('p', {}, 'Usually this is made ready:'),
      list([...READY[kind], ...shown.minutes.map((one) => `minutes of ${minutesOf(one)}, to be adopted`)]),
    ],
    act: {
      label: 'Preparation is done', done: `${kind} is prepared.`,
      run: async () => (await confirm(form.notice, `Is everything ready for ${kind} on ${day(shown.meeting.planned)}?`, 'Yes, it is ready',
        el('p', {}, 'Then “Hold, postpone or drop” is next, due at the end of that day.')))
        && post(path`/api/cycles/${cycle}/meetings/${kind}/preparation`),
    },
    others: [{ label: `Postpone or drop ${kind}`, run: () => offMount(element, { cycle, shown, host, back: () => mount(element, { cycle, meeting: kind, host }) }) }],
  });
}
