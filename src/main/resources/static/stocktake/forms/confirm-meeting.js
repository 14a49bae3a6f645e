/** The secretariat confirms when, where and by whom a meeting will be held. */
import { path, post } from './api.js';
import { confirm } from './asking.js';
import { following } from './consequences.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { offMount } from './hold-meeting.js';
import { FORMATS, introOf, meetingOf } from './meetings.js';

export async function mount(element, { cycle, meeting: kind, host }) {
  const shown = await meetingOf(cycle, kind);
  const { meeting } = shown;
  const form = deskForm(element, host, {
    intro: [
      introOf(shown, cycle),
      meeting.outcome === 'postponed' && el('p', {}, `It was postponed: ${meeting.reason}`),
      el('p', {}, 'Correct what has changed, then confirm. Nobody is written to, unless a deadline hangs on the day and moves with it.'),
    ].filter(Boolean),
    content: { planned: meeting.planned, place: meeting.place, format: meeting.format, host: meeting.host },
    sections: [{
      title: 'Date and host',
      fields: [
        { name: 'planned', kind: 'date', required: true, label: 'First day' },
        { name: 'host', kind: 'line', label: 'Host', help: 'The ministry or partner that hosts and chairs it' },
        { name: 'place', kind: 'line', label: 'Place', help: 'City and country' },
        { name: 'format', kind: 'choice', label: 'How is it held?', options: FORMATS },
      ],
    }],
    act: {
      label: 'Confirm date and host', done: `${kind} is confirmed.`,
      run: async (plan) => {
        const follows = await following(cycle, shown, plan.planned);
        return (!plan.planned || await confirm(form.notice, `Confirm ${kind} for ${day(plan.planned)}?`, 'Yes, confirm it',
          el('p', {}, 'Then “Prepare meeting” is next, due two weeks before that day. It can still be postponed or dropped.'), follows))
          && post(path`/api/cycles/${cycle}/meetings/${kind}/confirmation`, { ...plan, leftOut: follows?.leftOut?.() });
      },
    },
    others: [{ label: `Postpone or drop ${kind}`, run: () => offMount(element, { cycle, shown, host, back: () => mount(element, { cycle, meeting: kind, host }) }) }],
  });
}
