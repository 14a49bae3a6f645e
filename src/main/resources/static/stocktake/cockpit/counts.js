/** How many initiatives stand where; each number is a button that shows only those. */
import { el } from '../forms/dom.js';
import { want, wanted } from './address.js';
import { STATES } from '../forms/states.js';

export class Counts {
  #tiles = new Map();

  constructor() {
    const tiles = [['all', 'All initiatives'], ...Object.entries(STATES), ['overdue', 'Overdue']];
    this.element = el('div', { class: 'st-counts', role: 'group', 'aria-label': 'Show only initiatives that are' },
      tiles.map(([name, label]) => this.#tile(name, label)));
  }

  show(choice, counts) {
    const sum = (number) => counts.reduce((all, count) => all + number(count), 0);
    const chosen = choice.overdue ? 'overdue' : choice.state || 'all';
    const numbers = { all: sum((count) => count.initiatives), overdue: sum((count) => count.overdue) };
    counts.forEach((count) => { numbers[count.state] = count.initiatives; });
    this.#tiles.forEach(({ element, number }, name) => {
      number.textContent = (numbers[name] ?? 0).toLocaleString('en-GB');
      element.setAttribute('aria-pressed', String(name === chosen));
      element.classList.toggle('st-none', !numbers[name]);
    });
  }

  #tile(name, label) {
    const number = el('span', { class: 'st-number' }, '0');
    const element = el('button', { type: 'button', onclick: () => choose(name) }, number, el('span', { class: 'st-state', 'data-state': name }, label));
    this.#tiles.set(name, { element, number });
    return element;
  }
}

/** Pressing what is chosen already shows all again. */
function choose(name) {
  const { state, overdue } = wanted();
  const again = name === (overdue ? 'overdue' : state);
  want({ state: again || name === 'all' || name === 'overdue' ? '' : name, overdue: !again && name === 'overdue' ? 'true' : '' });
}
