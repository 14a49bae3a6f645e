/** The head of the board: which cycle, where it stands, its four meetings, and whether the reminders run. */
import { path } from '../forms/api.js';
import { el } from '../forms/dom.js';
import { when } from '../forms/when.js';
import { want } from './address.js';
import { cyclePageOf } from './cycle-address.js';
import { planOf } from './plan-address.js';
import { CYCLES, MEETINGS, moment, shortDay } from './words.js';

export class Glance {
  #title = el('h1', { class: 'section-title' });
  #chooser = el('select', { class: 'form-control', onchange: () => want({ cycle: this.#chooser.value, state: '', overdue: '', search: '' }) });
  #facts = el('dl', { class: 'st-facts' });
  #meetings = el('ol', { class: 'st-meetings', 'aria-label': 'Meetings' });
  #shown;

  constructor() {
    this.element = el('div', { class: 'st-glance' },
      el('header', {}, this.#title, el('label', {}, 'Cycle', this.#chooser)), this.#facts, this.#meetings);
  }

  show(cycles, cycle) {
    const { counts, ...glance } = cycle;
    const now = JSON.stringify([cycles, glance]);
    if (now === this.#shown) {
      return;
    }
    this.#shown = now;
    this.#title.textContent = `${cycle.name}: ${cycle.title}`;
    this.#chooser.replaceChildren(...cycles.map(({ name, title }) => el('option', { value: name }, `${name}: ${title}`)));
    this.#chooser.value = cycle.name;
    this.#facts.replaceChildren(...facts(cycle, isRound(cycles, cycle.name)));
    this.#meetings.replaceChildren(...cycle.meetings.map((meeting) => meetingLine(meeting)));
  }
}

/** A round that completes a plan leads to no meeting. */
export const isRound = (cycles, name) => cycles.some((one) => one.name === name && one.kind === 'completion');

function facts({ name, state, zone, requestAt, requestedAt, deadline: due, freeze, closedAt, reminders }, round) {
  return [
    fact('State', CYCLES[state] ?? state),
    requestedAt ? fact('Requests sent', when(requestedAt, zone)) : fact('Requests go out', when(requestAt, zone)),
    fact('Answers by', when(due, zone)),
    closedAt ? fact('Gathering closed', when(closedAt, zone)) : fact('Gathering ends', when(freeze, zone)),
    reminderFact(reminders, zone),
    fact('How it goes', el('a', { href: cyclePageOf(name) }, 'What matters most, and how answers come in')),
    !round && fact('State of play', el('a', { href: path`/state-of-play/${name}.pdf`, 'aria-label': 'State of play as PDF' }, 'PDF'), ' · ', el('a', { href: path`/state-of-play/${name}.xlsx`, 'aria-label': 'State of play as a workbook' }, 'Workbook'), ' · ', el('a', { href: '/state-of-play' }, 'Another meeting')),
    fact('Mails', el('a', { href: planOf(name) }, 'What will be sent'), el('br'), el('a', { href: `/desk/mails?cycle=${encodeURIComponent(name)}` }, 'What was sent, and what was not')),
  ].filter(Boolean);
}

function reminderFact({ ranAt, nextAt, late }, zone) {
  const last = ranAt ? `Last run ${moment(ranAt, zone)}` : 'Not run yet';
  const next = nextAt ? `next due ${moment(nextAt, zone)}` : 'no run is planned';
  return fact('Reminders', late && el('strong', { class: 'st-late' }, 'Late'), late && ': ', `${last}, ${next}.`,
    late && el('span', { class: 'st-help' }, 'Look for an incident of ', el('a', { href: '#/processes' }, 'Reminders before deadlines'),
      '; if there is none, tell whoever runs Stocktake that its job executor stands still.'));
}

function meetingLine({ kind, state, recorded, on, place, format, past }) {
  return el('li', {}, el('strong', {}, kind), el('span', {}, on ? shortDay(on) : 'No date yet'),
    el('span', {}, { virtual: 'Online', hybrid: place ? `${place} and online` : 'Hybrid' }[format] ?? place ?? 'Place not known yet'),
    el('span', { class: 'st-state', 'data-state': state }, MEETINGS[state] ?? state, state === 'held' && !recorded && ', not recorded yet'),
    past && state !== 'held' && el('span', { class: 'st-state', 'data-state': 'overdue' }, 'Its day is past: record it in Tasklist'));
}

function fact(name, ...values) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...values));
}
