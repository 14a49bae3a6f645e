/** A cycle's days along a line, with today: above it meetings, below it what is due. The same as a list for who cannot see it. */
import { el } from '../forms/dom.js';
import { shortDay } from './words.js';

const NAMES = { request: 'Requests', deadline: 'Deadline', freeze: 'Freeze', reviews: 'Reviews done', comments: 'Comments in', papers: 'Papers out' };
/** So much of the line a label takes; where that is not free, it stands on another row. */
const ROOM = 0.1;

export function timeline({ calendar, today }) {
  const days = calendar.map(({ on }) => number(on));
  const first = Math.min(...days, number(today));
  const last = Math.max(...days, number(today));
  const place = (on) => (number(on) - first) / Math.max(1, last - first);
  return el('div', { class: 'st-timeline' },
    rows('st-above', 'Meetings', calendar.filter((day) => day.meeting), place, today),
    el('div', { class: 'st-line' }, el('span', { class: 'st-over', style: `width: ${percent(place(today))}` }),
      el('span', { class: 'st-today', style: `left: ${percent(place(today))}; transform: translateX(${percent(-place(today))})` }, `Today, ${shortDay(today)}`)),
    rows('st-beneath', 'Deadlines', calendar.filter((day) => !day.meeting), place, today));
}

function rows(style, label, days, place, today) {
  const taken = [];
  const marks = days.map(({ name, on }) => {
    const at = place(on);
    const last = at > 1 - ROOM;
    const row = freeRow(taken, last ? at - ROOM : at);
    return el('li', { class: last && 'st-last', style: `left: ${percent(at)}; --row: ${row}`, 'data-over': on < today },
      el('strong', {}, NAMES[name] ?? name), el('time', { datetime: on, title: shortDay(on) }, shortDay(on).replace(/^\w+ /, '')));
  });
  return el('ol', { class: style, 'aria-label': label, style: `--rows: ${Math.max(1, taken.length)}` }, marks);
}

/** The first row in which nothing stands from there on. */
function freeRow(taken, from) {
  const free = taken.findIndex((end) => end <= from);
  const row = free < 0 ? taken.length : free;
  taken[row] = from + ROOM;
  return row;
}

const percent = (part) => `${(part * 100).toFixed(2)}%`;
const number = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
