/** How answers come in: a line for this cycle and each before it, told apart by dashes, with a sentence and the numbers below. */
import { el } from '../forms/dom.js';

const WIDTH = 860;
const HEIGHT = 260;
const LEFT = 46;
const BELOW = 34;
const SVG = 'http://www.w3.org/2000/svg';
const DASHES = ['', '8 5', '2 4'];

export function responses({ responses: curves, day, projection }) {
  const [now] = curves;
  const received = by(now, day);
  const days = Math.max(...curves.map(({ freeze, points }) => Math.max(freeze, points.at(-1)?.day ?? 0)), 1);
  const sentence = day < 0 ? `The requests go out in ${-day} ${day === -1 ? 'day' : 'days'}.` : `${received} of ${now.asked} initiatives have sent in a first version.`;
  return [el('p', { class: 'st-lead' }, sentence, projection && ` ${projection.words}`),
    el('figure', { class: 'st-curve' }, drawing(curves, days, day, projection, sentence), el('figcaption', {}, curves.map((curve, index) => key(curve, index)))),
    el('details', {}, el('summary', {}, 'The numbers'), numbers(curves, day))];
}

function drawing(curves, days, today, projection, sentence) {
  const x = (day) => LEFT + Math.max(0, day) / days * (WIDTH - LEFT - 10);
  const y = (share) => HEIGHT - BELOW - share * (HEIGHT - BELOW - 14);
  const [now] = curves;
  const marks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [svg('line', { x1: LEFT, x2: WIDTH - 10, y1: y(share), y2: y(share), class: 'st-grid' }),
    svg('text', { x: LEFT - 6, y: y(share) + 4, 'text-anchor': 'end' }, `${share * 100}%`)]);
  const feet = [[0, 'Requests'], [now.deadline, 'Deadline'], [now.freeze, 'Freeze']].flatMap(([day, name]) => [
    svg('line', { x1: x(day), x2: x(day), y1: y(1), y2: y(0), class: 'st-foot' }),
    svg('text', { x: x(day), y: HEIGHT - 10, 'text-anchor': day === 0 ? 'start' : day > 0.9 * days ? 'end' : 'middle' }, name)]);
  const lines = curves.map((curve, index) => svg('polyline', { points: steps(curve, index === 0 ? Math.min(today, days) : days).map(([day, share]) => `${x(day)},${y(share)}`).join(' '), class: `st-curve-${index}`, 'stroke-dasharray': DASHES[index] }));
  const end = projection && now.asked && svg('path', { class: 'st-guess', d: `M ${x(today)} ${y(by(now, today) / now.asked)} L ${x(now.freeze)} ${y(projection.received / now.asked)}` });
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `Share of initiatives that have sent in a first version, by day. ${sentence} ${projection?.words ?? ''}` }, ...marks, ...feet, ...lines.reverse(), end);
}

/** From nothing on day 0, as stairs: what came stays. */
function steps({ asked, points }, last) {
  const stairs = [[0, 0]];
  for (const { day, received } of points.filter((point) => point.day <= last)) {
    stairs.push([day, stairs.at(-1)[1]], [day, received / Math.max(1, asked)]);
  }
  return last < 0 ? stairs : [...stairs, [last, stairs.at(-1)[1]]];
}

function key({ cycle }, index) {
  return el('span', {}, svg('svg', { viewBox: '0 0 40 10', 'aria-hidden': 'true' }, svg('line', { x1: 0, x2: 40, y1: 5, y2: 5, class: `st-curve-${index}`, 'stroke-dasharray': DASHES[index] })), cycle);
}

/** What is still to come of this cycle is no number yet. */
function numbers(curves, today) {
  const days = [...new Set(curves.flatMap(({ points }) => points.map(({ day }) => day)))].sort((one, other) => one - other);
  return el('table', { class: 'cam-table' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Days after the requests'), curves.map(({ cycle, asked }) => el('th', { scope: 'col' }, `${cycle} (of ${asked})`)))),
    el('tbody', {}, days.map((day) => el('tr', {}, el('th', { scope: 'row' }, String(day)), curves.map((curve, index) => el('td', {}, index === 0 && day > today ? '–' : String(by(curve, day))))))));
}

const by = ({ points }, day) => points.filter((point) => point.day <= day).at(-1)?.received ?? 0;

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => value !== '' && element.setAttribute(name, value));
  element.append(...children.filter(Boolean));
  return element;
}
