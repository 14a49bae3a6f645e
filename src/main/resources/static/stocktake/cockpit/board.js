/** A cycle at a glance: its meetings, how many initiatives stand where, the reminders, all initiatives. Looks again by itself. */
import { get, path } from '../forms/api.js';
import { button, el } from '../forms/dom.js';
import { Again } from './again.js';
import { query, wanted } from './address.js';
import { Counts } from './counts.js';
import { Glance } from './glance.js';
import { Initiatives } from './initiatives.js';
import { moment } from './words.js';

export class Board {
  #glance = new Glance();
  #counts = new Counts();
  #initiatives = new Initiatives();
  #trouble = el('p', { class: 'st-late', role: 'status', hidden: true });
  #content = el('div', { hidden: true }, this.#glance.element, this.#counts.element, this.#initiatives.element);
  #asked = 0;
  #seenAt;
  #addressChanged = () => this.#look();
  #again = new Again(() => this.#look());

  constructor() {
    this.element = el('section', { class: 'st-cockpit', 'aria-label': 'Reporting cycle' }, this.#trouble, this.#content);
  }

  start() {
    addEventListener('hashchange', this.#addressChanged);
    this.#again.start();
    this.#look();
  }

  stop() {
    removeEventListener('hashchange', this.#addressChanged);
    this.#again.stop();
    this.#asked += 1;
  }

  async #look() {
    if (!this.element.isConnected) {
      return;
    }
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const choice = wanted();
      const cycles = (await get('/api/cockpit/cycles')).filter(({ kind }) => kind !== 'paper'); // nothing was asked in it
      const name = cycles.some((cycle) => cycle.name === choice.cycle) ? choice.cycle : cycles[0]?.name;
      const seen = name && await Promise.all([get(path`/api/cockpit/cycles/${name}`), get(`${path`/api/cockpit/cycles/${name}/initiatives`}?${query(choice)}`)]);
      if (asked === this.#asked) {
        this.#show(choice, cycles, seen);
      }
    } catch (problem) {
      if (asked === this.#asked) {
        this.#say(problem);
      }
    }
  }

  #show(choice, cycles, seen) {
    this.#seenAt = new Date();
    this.#trouble.hidden = Boolean(seen);
    this.#content.hidden = !seen;
    if (seen) {
      this.#trouble.replaceChildren();
      const [cycle, page] = seen;
      this.#glance.show(cycles, cycle);
      this.#counts.show(choice, cycle.counts);
      this.#initiatives.show(choice, cycle, page);
    } else {
      this.#trouble.replaceChildren('There is no reporting cycle yet. Open one in Tasklist: ', el('a', { href: '../../tasklist/default/' }, 'Start process → Open a reporting cycle'), '.');
    }
  }

  #say(problem) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const since = this.#seenAt ? ` What you see is from ${moment(this.#seenAt, zone)}.` : '';
    this.#trouble.hidden = false;
    if (problem.status === 401) {
      this.#trouble.replaceChildren(`Your session has ended.${since} `, button('Sign in again', () => location.reload()));
    } else if (problem.status === 400) {
      this.#trouble.replaceChildren(`This address does not work: ${problem.message} `, el('a', { href: '#/dashboard' }, 'Show all initiatives'));
    } else {
      this.#trouble.replaceChildren(`The reporting cycle cannot be shown at the moment; it is tried again by itself.${since}`);
    }
  }
}
