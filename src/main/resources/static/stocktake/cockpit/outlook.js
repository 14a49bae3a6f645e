/** How a cycle goes: its days, what matters most, how answers come in, who stands where. Looks again by itself. */
import { get, path } from '../forms/api.js';
import { button, el } from '../forms/dom.js';
import { Again } from './again.js';
import { Concerns } from './concerns.js';
import { want, wanted } from './cycle-address.js';
import { parts } from './parts.js';
import { responses } from './responses.js';
import { timeline } from './timeline.js';

export class Outlook {
  #title = el('h1', { class: 'section-title' });
  #chooser = el('select', { class: 'form-control', onchange: () => want({ cycle: this.#chooser.value, concern: '' }) });
  #files = el('p', { class: 'st-links' });
  #days = el('div', {});
  #concerns = new Concerns((concern) => want({ concern }));
  #responses = el('div', {});
  #parts = el('div', {});
  #trouble = el('p', { class: 'st-late', role: 'status', hidden: true });
  #content = el('div', { hidden: true });
  #asked = 0;
  #shown;
  #again = new Again(() => this.look());

  constructor() {
    this.#content.append(el('div', { class: 'st-glance' }, el('header', {}, this.#title, el('label', {}, 'Cycle', this.#chooser))), this.#files,
      head('Calendar'), this.#days, head('What matters most'), this.#concerns.element,
      head('How answers come in'), this.#responses, head('Who stands where'), this.#parts);
    this.element = el('section', { class: 'st-cockpit st-plan', 'aria-label': 'How the cycle goes' }, this.#trouble, this.#content);
  }

  start() {
    this.#again.start();
  }

  stop() {
    this.#again.stop();
    this.#asked += 1;
  }

  async look() {
    this.#asked += 1;
    const asked = this.#asked;
    const choice = wanted();
    try {
      const cycles = await get('/api/cockpit/cycles');
      const name = cycles.some((cycle) => cycle.name === choice.cycle) ? choice.cycle : cycles[0]?.name;
      const outlook = name && await get(path`/api/cockpit/cycles/${name}/outlook`);
      if (asked === this.#asked) {
        this.#show(choice, cycles, outlook);
      }
    } catch (problem) {
      if (asked === this.#asked) {
        this.#say(problem);
      }
    }
  }

  #show(choice, cycles, outlook) {
    this.#trouble.hidden = Boolean(outlook);
    this.#content.hidden = !outlook;
    if (!outlook) {
      this.#trouble.textContent = 'There is no reporting cycle yet.';
      return;
    }
    const now = JSON.stringify([choice, cycles, outlook]);
    if (now === this.#shown) {
      return;
    }
    this.#shown = now;
    this.#title.textContent = `How ${outlook.cycle} goes`;
    this.#chooser.replaceChildren(...cycles.map(({ name, title }) => el('option', { value: name }, `${name}: ${title}`)));
    this.#chooser.value = outlook.cycle;
    this.#files.replaceChildren(el('strong', {}, 'State of play for the next meeting: '), el('a', { href: path`/state-of-play/${outlook.cycle}.pdf` }, 'as PDF'), ' ',
      el('a', { href: path`/state-of-play/${outlook.cycle}.xlsx` }, 'as a workbook'), ' ', el('a', { href: '/state-of-play' }, 'for another meeting'));
    this.#days.replaceChildren(timeline(outlook));
    this.#concerns.show(choice.concern, outlook);
    this.#responses.replaceChildren(...responses(outlook));
    this.#parts.replaceChildren(parts(outlook));
  }

  #say(problem) {
    this.#trouble.hidden = false;
    if (problem.status === 401) {
      this.#trouble.replaceChildren('Your session has ended. ', button('Sign in again', () => location.reload()));
    } else {
      this.#trouble.replaceChildren('How the cycle goes cannot be shown at the moment; it is tried again by itself.');
    }
  }
}

const head = (text) => el('h2', { class: 'st-head' }, text);
