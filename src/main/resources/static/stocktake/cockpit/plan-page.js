/** The mails to come of a cycle: how many on which day, which, and on request the words of each. */
import { get, path } from '../forms/api.js';
import { day } from '../forms/dates.js';
import { button, el } from '../forms/dom.js';
import { Again } from './again.js';
import { query, want, wanted } from './plan-address.js';
import { PlanDays } from './plan-days.js';
import { PlanRows } from './plan-rows.js';
import { CYCLES, moment } from './words.js';

const ACTS = { 'open cycle': 'not asked, since the cycle was opened', 'send requests': 'not asked, since the requests were sent', 'move date': 'not told of a moved date', adopt: 'not told of the adoption', 'load contacts': 'neither invited nor asked, since their contacts were loaded' };
/** A plan of a large cycle is shown as it stood while the next is worked out. */
const SOON = 5_000;

export class MailPlan {
  #title = el('h1', { class: 'section-title' });
  #chooser = el('select', { class: 'form-control', onchange: () => want({ cycle: this.#chooser.value, day: '', show: 'coming', search: '' }) });
  #lead = el('p', { class: 'st-lead', role: 'status' });
  #state = el('p', { class: 'st-help' });
  #nobody = el('p', { class: 'st-late', hidden: true });
  #left = el('details', { hidden: true });
  #days = new PlanDays();
  #rows = new PlanRows(() => this.look());
  #trouble = el('p', { class: 'st-late', role: 'status', hidden: true });
  #content = el('div', { hidden: true });
  #asked = 0;
  #again = new Again(() => this.#lookAgain());
  #renewal;

  constructor() {
    this.#content.append(el('div', { class: 'st-glance' }, el('header', {}, this.#title, el('label', {}, 'Cycle', this.#chooser))),
      this.#lead, this.#state, this.#nobody, this.#days.element, this.#left, this.#rows.element);
    this.element = el('section', { class: 'st-cockpit st-plan', 'aria-label': 'Mail plan' }, this.#trouble, this.#content);
  }

  start() {
    this.#again.start();
  }

  stop() {
    this.#again.stop();
    clearTimeout(this.#renewal);
  }

  /** A mail that somebody reads or holds is not taken from under their hands. */
  #lookAgain() {
    this.#rows.isRead() || this.look();
  }

  async look() {
    this.#asked += 1;
    const asked = this.#asked;
    const choice = wanted();
    try {
      const cycles = (await get('/api/cockpit/cycles')).filter(({ kind }) => kind !== 'paper'); // nothing is sent in it
      const name = cycles.some((cycle) => cycle.name === choice.cycle) ? choice.cycle : cycles[0]?.name;
      const plan = name && await get(`${path`/api/mail-plan/${name}`}?${query(choice)}`);
      if (asked === this.#asked) {
        this.#show(choice, cycles, plan);
        clearTimeout(this.#renewal);
        this.#renewal = plan?.renewed && setTimeout(() => this.element.isConnected && this.#lookAgain(), SOON);
      }
    } catch (problem) {
      if (asked === this.#asked) {
        this.#say(problem);
      }
    }
  }

  #show(choice, cycles, plan) {
    this.#trouble.hidden = Boolean(plan);
    this.#content.hidden = !plan;
    if (!plan) {
      this.#trouble.textContent = 'There is no reporting cycle yet: no mail is to come.';
      return;
    }
    this.#title.textContent = `Mail plan of ${plan.cycle}`;
    this.#chooser.replaceChildren(...cycles.map(({ name, title }) => el('option', { value: name }, `${name}: ${title}`)));
    this.#chooser.value = plan.cycle;
    this.#lead.replaceChildren(...tomorrow(plan.days[1]));
    this.#state.textContent = `${CYCLES[plan.state] ?? plan.state}. As things stood on ${moment(plan.now, plan.zone)}; days are those of ${plan.zone}.${plan.renewed ? ' A newer plan is being worked out and comes by itself.' : ''}`;
    this.#nobody.hidden = plan.withoutAnybody.length === 0;
    this.#nobody.textContent = `Nobody is written to about ${plan.withoutAnybody.length} initiatives, which have no coordinator with a contact: ${plan.withoutAnybody.slice(0, 12).join(', ')}${plan.withoutAnybody.length > 12 ? ' …' : ''}.`;
    this.#left.hidden = plan.leftOut.length === 0;
    this.#left.replaceChildren(el('summary', {}, `Left out by somebody: ${plan.leftOut.length}`), el('ul', {}, plan.leftOut.map((one) => el('li', {},
      `${one.name} <${one.email}>: ${ACTS[one.act] ?? one.act}, ${moment(one.at, plan.zone)}, by ${one.by}`))));
    this.#days.show(choice, plan);
    this.#rows.show(choice, plan);
  }

  #say(problem) {
    this.#trouble.hidden = false;
    if (problem.status === 401) {
      this.#trouble.replaceChildren('Your session has ended. ', button('Sign in again', () => location.reload()));
    } else if (problem.status === 400) {
      this.#trouble.replaceChildren(`This address does not work: ${problem.message} `, el('a', { href: '#/mail-plan' }, 'Show all mails to come'));
    } else {
      this.#trouble.replaceChildren('The mail plan cannot be shown at the moment. ', button('Try again', () => this.look()));
    }
  }
}

/** 'Tomorrow, Sunday 29 November 2026: 12 mails to 11 people.' */
function tomorrow({ on, mails, people }) {
  const number = mails === 0 ? 'no mail' : `${mails.toLocaleString('en-GB')} ${mails === 1 ? 'mail' : 'mails'}`;
  return [`Tomorrow, ${day(on)}: `, el('strong', {}, number), mails > 0 ? ` to ${people.toLocaleString('en-GB')} ${people === 1 ? 'person' : 'people'}.` : '.'];
}
