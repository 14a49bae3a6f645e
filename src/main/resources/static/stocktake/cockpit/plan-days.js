/** How many mails come on which day, and how many something keeps back; each number is a button that shows only those. */
import { el } from '../forms/dom.js';
import { STOPS } from '../forms/mail-table.js';
import { want } from './plan-address.js';

const MOST = 14;

export class PlanDays {
  #coming = el('div', { class: 'st-counts', role: 'group', 'aria-label': 'Show only mails of a day' });
  #stopped = el('div', { class: 'st-counts', role: 'group', 'aria-label': 'Show only mails that something keeps back' });
  #back = el('div', {}, el('h2', { class: 'st-head' }, 'Would fall due, and is not mailed'), this.#stopped);

  constructor() {
    this.element = el('div', {}, el('h2', { class: 'st-head' }, 'To be mailed'), this.#coming, this.#back);
  }

  show(choice, { days, stopped }) {
    const all = days.reduce((sum, one) => sum + one.mails, 0);
    const chosen = choice.show === 'coming' ? choice.day || 'all' : choice.show;
    this.#coming.replaceChildren(
      tile('all', 'All to come', all, chosen, () => want({ show: 'coming', day: '' })),
      ...days.slice(0, MOST).map((one, index) => tile(one.on, name(one.on, index), one.mails, chosen, () => want({ show: 'coming', day: one.on }))));
    this.#back.hidden = stopped.length === 0;
    this.#stopped.replaceChildren(...stopped.map((one) => tile(one.stop, STOPS[one.stop] ?? one.stop, one.mails, chosen, () => want({ show: one.stop, day: '' }))));
  }
}

function tile(key, label, number, chosen, onclick) {
  return el('button', { type: 'button', class: number ? '' : 'st-none', 'aria-pressed': String(key === chosen), onclick },
    el('span', { class: 'st-number' }, number.toLocaleString('en-GB')), el('span', {}, label));
}

function name(on, index) {
  const date = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(`${on}T12:00:00Z`));
  return ['Today', 'Tomorrow'][index] ? `${['Today', 'Tomorrow'][index]}, ${date}` : date;
}
