/** Narrows the table to an objective, a region or a kind of coordinator. What there is to choose is asked for when somebody opens it. */
import { get, path } from '../forms/api.js';
import { el } from '../forms/dom.js';
import { want } from './address.js';
import { GROUPS, NONE, total } from './parts.js';

const LABELS = { objective: 'Objective', region: 'Region', kind: 'Kind of coordinator' };

export class Narrow {
  #summary = el('summary', {}, 'Narrow down');
  #selects = Object.fromEntries(Object.keys(LABELS).map((by) => [by, el('select', { class: 'form-control', onchange: () => want({ [by]: this.#selects[by].value }) })]));
  #all = el('button', { type: 'button', class: 'st-button', onclick: () => want(Object.fromEntries(Object.keys(LABELS).map((by) => [by, '']))) }, 'Show all again');
  #cycle;
  #asked;
  #choice = {};

  constructor() {
    this.element = el('details', { class: 'st-columns', ontoggle: () => this.#fill() }, this.#summary,
      el('fieldset', {}, el('legend', {}, 'Only initiatives of'), Object.entries(LABELS).map(([by, label]) => el('label', {}, label, this.#selects[by])), this.#all));
  }

  show(choice, cycle) {
    this.#choice = choice;
    this.#cycle = cycle;
    const narrowed = Object.keys(LABELS).filter((by) => choice[by]);
    this.#summary.textContent = narrowed.length ? `Narrowed to ${narrowed.map((by) => called(by, choice[by])).join(', ')}` : 'Narrow down';
    this.#all.disabled = narrowed.length === 0;
    this.#fill();
  }

  async #fill() {
    if (!this.element.open || this.#asked === this.#cycle) {
      this.#choose();
      return;
    }
    this.#asked = this.#cycle;
    try {
      const parts = await get(path`/api/cockpit/cycles/${this.#cycle}/parts`);
      Object.entries(this.#selects).forEach(([by, select]) => select.replaceChildren(el('option', { value: '' }, 'All'),
        ...parts.filter((part) => part.by === by).map(({ name, counts }) => el('option', { value: name || NONE }, `${called(by, name || NONE)} (${total(counts).toLocaleString('en-GB')})`))));
      this.#choose();
    } catch {
      this.#asked = undefined; // the next look asks again
    }
  }

  #choose() {
    Object.entries(this.#selects).forEach(([by, select]) => {
      if (document.activeElement !== select) {
        select.value = this.#choice[by] ?? '';
      }
    });
  }
}

const called = (by, name) => GROUPS[by][1](name === NONE ? '' : name);
