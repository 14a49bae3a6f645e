/** What matters most, as a list to act on: each row says why, since when, and leads to where something can be done. */
import { path } from '../forms/api.js';
import { el } from '../forms/dom.js';
import { historyOf } from './history-address.js';
import { shortDay } from './words.js';

const TASKLIST = '../../tasklist/default/#/';
const taskOf = ({ task }) => `${TASKLIST}?task=${task}`;
const update = ({ initiative }, cycle) => path`/i/${cycle}/${initiative}`;
const help = ({ initiative }, cycle) => `${TASKLIST}?${new URLSearchParams({ processStart: 'helpCoordinator', cycle, initiative })}`;

/** How each kind is called, and what helps: its words and where that is done. */
const KINDS = {
  bounced: ['Mail does not arrive', ({ task }) => (task ? ['Mend the address', taskOf] : ['See the contacts', () => '/desk/contacts'])],
  'no-contact': ['Nobody to ask', ({ task }) => (task ? ['Find a coordinator', taskOf] : ['Enter a contact', () => '/desk/contacts'])],
  'returned-twice': ['Returned twice or more', () => ['Read the rounds', update]],
  'long-in-review': ['Long in review', () => ['See who reviews', (concern, cycle) => `/desk/reviews?${new URLSearchParams({ cycle })}`]],
  late: ['Late', () => ['Help its coordinators', help]],
  'late-chapter': ['Late chapter', () => ['See the chapters', (concern, cycle) => path`/reports/${cycle}/commissions`]],
};

const FEW = 10;

export class Concerns {
  #want;
  #all = false;
  #more = el('button', { type: 'button', class: 'st-button', onclick: () => this.#showAll() });
  #rows = [];
  #body = el('tbody');
  #kinds = el('div', { class: 'st-kinds', role: 'group', 'aria-label': 'Show only' });
  #said = el('p', { class: 'st-found', role: 'status' });
  #table = el('table', { class: 'cam-table' }, el('thead', {}, el('tr', {}, ['Why', 'Initiative', 'Since', 'What', 'What to do'].map((name) => el('th', { scope: 'col' }, name)))), this.#body);

  constructor(want) {
    this.#want = want;
    this.element = el('div', { class: 'st-initiatives' }, this.#kinds, this.#said, this.#table, this.#more);
  }

  show(chosen, cycle, { counts, rows }) {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const shown = rows.filter(({ kind }) => !chosen || kind === chosen);
    const found = chosen ? counts[chosen] ?? 0 : all;
    this.#kinds.replaceChildren(this.#kind('', 'All', all, chosen), ...Object.entries(KINDS).map(([kind, [label]]) => this.#kind(kind, label, counts[kind] ?? 0, chosen)));
    this.#said.textContent = found === 0 ? 'Nothing of that kind.' : shown.length < found ? `The first ${shown.length} of ${found.toLocaleString('en-GB')}.` : '';
    this.#table.hidden = shown.length === 0;
    this.#rows = shown.map((concern) => row(cycle, concern));
    this.#body.replaceChildren(...this.#rows.slice(0, this.#all ? undefined : FEW));
    this.#more.hidden = this.#all || this.#rows.length <= FEW;
    this.#more.textContent = `Show all ${this.#rows.length}`;
  }

  /** The first that was hidden gets the focus, which the button loses. */
  #showAll() {
    this.#all = true;
    this.#body.replaceChildren(...this.#rows);
    this.#more.hidden = true;
    this.#rows[FEW].querySelector('a').focus();
  }

  #kind(kind, label, count, chosen) {
    return el('button', { type: 'button', class: 'st-button', 'aria-pressed': String(kind === chosen), onclick: () => this.#want(kind) }, `${label}: ${count.toLocaleString('en-GB')}`);
  }
}

function row(cycle, concern) {
  const { kind, initiative, title, since, about } = concern;
  const [why, helps] = KINDS[kind];
  const [act, address] = helps(concern);
  return el('tr', {}, el('td', {}, why), el('td', {}, kind === 'late-chapter' ? `Chapter “${title}”` : el('a', { href: historyOf(initiative, cycle) }, el('strong', {}, initiative), ` ${title}`)),
    el('td', {}, el('time', { datetime: since }, shortDay(since))), el('td', {}, about),
    el('td', {}, el('a', { href: address(concern, cycle), 'aria-label': `${act}: ${kind === 'late-chapter' ? title : initiative}` }, act)));
}
