/** The secretariat confirms when, where and by whom a meeting will be held. */
import { get, path, post } from './api.js';
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
  const said = await get(path`/api/cycles/${cycle}/meetings/${kind}/hosting`);
  const proposed = said.done.includes('userTask_proposeDateAndPlace');
  const form = deskForm(element, host, {
    intro: [
      introOf(shown, cycle),
      meeting.outcome === 'postponed' && el('p', {}, `It was postponed: ${meeting.reason}`),
      proposed && el('p', {}, `${said.host ?? 'The host'} proposes ${day(said.planned)}${said.place ? `, ${said.place}` : ''}: that is filled in.`),
      el('p', {}, 'Correct what has changed, then confirm. Whoever was told of the meeting is told of a change; nobody else is written to, unless a deadline hangs on the day and moves with it.'),
      el('p', {}, el('a', { href: `/desk/meetings/${cycle}/${kind}/host` }, 'Host'), ': have a party of the register propose date and place in Tasklist.'),
    ].filter(Boolean),
    content: { planned: proposed ? said.planned : meeting.planned, place: proposed ? said.place ?? meeting.place : meeting.place, format: meeting.format, host: said.host ?? meeting.host },
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
          el('p', {}, `Then ${said.host ? '“Name theme” and “Give programme” are next, for the host' : '“Prepare meeting” is next, due two weeks before that day'}. It can still be postponed or dropped.`), follows))
          && post(path`/api/cycles/${cycle}/meetings/${kind}/confirmation`, { ...plan, leftOut: follows?.leftOut?.() });
      },
    },
    others: [{ label: `Postpone or drop ${kind}`, run: () => offMount(element, { cycle, shown, host, back: () => mount(element, { cycle, meeting: kind, host }) }) }],
  });
}
