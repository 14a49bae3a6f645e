/** The secretariat records one of the four meetings, in cycles that were opened before a meeting had a model of its own. */
import { get, path, put } from './api.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { FORMATS, whereOf } from './meetings.js';

export async function mount(element, { cycle, step, host }) {
  const kind = step.replace('userTask_record', '').toUpperCase();
  const { title, meetings } = await get(path`/api/cycles/${cycle}`);
  const meeting = meetings.find((one) => one.kind === kind) ?? {};
  deskForm(element, host, {
    intro: [el('p', {}, `${title} (${cycle}). Planned: ${planned(meeting)}.`)],
    content: { state: 'held', heldOn: meeting.planned, place: meeting.place, format: meeting.format },
    sections: [{
      title: 'What happened',
      fields: [
        { name: 'state', kind: 'choice', required: true, label: `Was ${kind} held?`, options: { held: 'Held', dropped: 'Dropped: it does not take place' } },
        { name: 'heldOn', kind: 'date', label: 'First day', help: 'Needed when it was held.' },
        { name: 'place', kind: 'line', label: 'Place', help: 'City and country' },
        { name: 'format', kind: 'choice', label: 'How was it held?', options: FORMATS },
        { name: 'decisions', kind: 'text', label: 'Decisions', help: 'What matters for the stocktaking: who speaks next, what was asked for, what moved.' },
      ],
    }],
    act: {
      label: `Record ${kind}`, done: `${kind} is recorded.`,
      run: (content) => put(path`/api/cycles/${cycle}/meetings/${kind}`, content),
    },
  });
}

function planned({ planned: date, place, format, host }) {
  return [date ? day(date) : 'no date yet', whereOf({ place, format }), host && `hosted by ${host}`].filter(Boolean).join(', ');
}
