/** The secretariat notes what a meeting decided on the minutes of earlier ones. */
import { path, post } from './api.js';
import { confirm } from './asking.js';
import { deskForm } from './desk-form.js';
import { el, list } from './dom.js';
import { introOf, meetingOf, minutesOf } from './meetings.js';

const OPTIONS = { adopted: 'Adopted', 'not-adopted': 'Not adopted: the next meeting decides again' };

export async function mount(element, { cycle, meeting: kind, host }) {
  const shown = await meetingOf(cycle, kind);
  const { minutes } = shown;
  const keyOf = (one) => `${one.cycle}/${one.kind}`;
  const form = deskForm(element, host, {
    intro: [
      introOf(shown, cycle),
      el('p', {}, minutes.length ? `${kind} decides on the minutes of the meetings before it.` : 'No minutes wait to be adopted any more: another meeting has adopted them.'),
      list(minutes.map((one) => el('a', { href: path`/meetings/${one.cycle}/${one.kind}/minutes` }, `Read the minutes of ${minutesOf(one)}`))),
    ],
    content: Object.fromEntries(minutes.map((one) => [keyOf(one), 'adopted'])),
    sections: [{
      title: 'Minutes',
      fields: minutes.map((one) => ({ name: keyOf(one), kind: 'choice', required: true, label: minutesOf(one), options: OPTIONS })),
    }].filter((section) => section.fields.length),
    act: {
      label: 'Save what was decided', done: 'The decision on the minutes is saved.',
      run: async (decisions) => (await confirm(form.notice, `Is this what ${kind} decided?`, 'Yes, save it',
        list(minutes.map((one) => `${minutesOf(one)}: ${decisions[keyOf(one)] === 'adopted' ? 'adopted' : 'not adopted'}`)),
        el('p', {}, 'Then “Record the meeting” is next. This cannot be undone.')))
        && post(path`/api/cycles/${cycle}/meetings/${kind}/minutes`, { decisions }),
    },
  });
}
