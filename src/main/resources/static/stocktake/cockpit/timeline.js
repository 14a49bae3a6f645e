/** A cycle's days along a line, with today: above it meetings, below it what is due. The same as a list for who cannot see it. */
import { el } from '../forms/dom.js';
import { shortDay } from './words.js';

const NAMES = { request: 'Requests', deadline: 'Deadline', freeze: 'Freeze', reviews: 'Reviews done', comments: 'Comments in', papers: 'Papers out' };
/** Marks nearer than this part of the line stand on another row. */
const ROOM = 0.09;

export function timeline({ calendar, today }) {
  const days = calendar.map(({ on }) => number(on));
  const first = Math.min(...days, number(today));
  const last = Math.max(...days, number(today));
  const place = (on) => (number(on) - first) / Math.max(1, last - first);
  return el('div', { class: 'st-timeline' },
    el('ol', { class: 'st-above', 'aria-label': 'Meetings' }, rows(calendar.filter((day) => day.meeting), place, today)),
    el('div', { class: 'st-line' }, el('span', { class: 'st-over', style: `width: ${percent(place(today))}` }),
      el('span', { class: 'st-today', style: `left: ${percent(place(today))}; transform: translateX(${percent(-place(today))})` }, `Today, ${shortDay(today)}`)),
    el('ol', { class: 'st-beneath', 'aria-label': 'Deadlines' }, rows(calendar.filter((day) => !day.meeting), place, today)));
}

function rows(days, place, today) {
  const ends = [];
  return days.map(({ name, on }) => {
    const at = place(on);
    const free = ends.findIndex((end) => at - end >= ROOM);
    const row = free < 0 ? ends.length : free;
    ends[row] = at;
    return el('li', { class: at > 0.9 ? 'st-last' : undefined, style: `left: ${percent(at)}; --row: ${row}`, 'data-over': on < today || undefined },
      el('strong', {}, NAMES[name] ?? name), el('time', { datetime: on, title: shortDay(on) }, shortDay(on).replace(/^\w+ /, '')));
  });
}

const percent = (part) => `${(part * 100).toFixed(2)}%`;
const number = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
