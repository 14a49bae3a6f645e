/** How a cycle goes: its days, what matters most, how answers come in, who stands where. Looks again by itself. */
import { get, path } from '../forms/api.js';
import { button, el } from '../forms/dom.js';
import { Again } from './again.js';
import { Concerns } from './concerns.js';
import { want, wanted } from './cycle-address.js';
import { isRound } from './glance.js';
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
  #onPaper = el('p', { hidden: true }, 'Brought in from paper: its meetings were held before Stocktake was used, and nothing was asked here. ', el('a', { href: '/desk/paper' }, 'What was brought in'));
  #trouble = el('p', { class: 'st-late', role: 'status', hidden: true });
  #content = el('div', { hidden: true });
  #whatWasAsked = [];
  #asked = 0;
  #cycle;
  #shown = new Map();
  #again = new Again(() => this.look());

  constructor() {
    this.#whatWasAsked = [this.#files, el('div', {}, head('What matters most'), this.#concerns.element,
      head('How answers come in'), this.#responses, head('Who stands where'), this.#parts)];
    this.#content.append(el('div', { class: 'st-glance' }, el('header', {}, this.#title, el('label', {}, 'Cycle', this.#chooser))), this.#onPaper, this.#whatWasAsked[0],
      head('Calendar'), this.#days, this.#whatWasAsked[1]);
    this.element = el('section', { class: 'st-cockpit st-plan', 'aria-label': 'How the cycle goes' }, this.#trouble, this.#content);
  }

  start() {
    this.#again.start();
  }

  stop() {
    this.#again.stop();
    this.#asked += 1;
  }

  /** What takes longer in a large cycle is asked for by itself, and shown when it is there. */
  async look() {
    this.#asked += 1;
    const asked = this.#asked;
    const choice = wanted();
    const when = async (what, show) => {
      const said = await what;
      asked === this.#asked && show(said);
    };
    try {
      const cycles = await get('/api/cockpit/cycles');
      const name = cycles.some((cycle) => cycle.name === choice.cycle) ? choice.cycle : cycles[0]?.name;
      const onPaper = cycles.some((cycle) => cycle.name === name && cycle.kind === 'paper');
      name !== this.#cycle && this.#begin(name);
      const of = (what) => get(path`/api/cockpit/cycles/${name}/${what}`);
      await (name ? Promise.all([
        when(of('outlook'), (outlook) => this.#show(cycles, outlook)),
        ...onPaper ? [] : [when(of('concerns'), (concerns) => this.#showConcerns(choice.concern, name, concerns)),
        when(of('parts'), (all) => this.#showParts(name, all))],
      ]) : when(undefined, () => this.#sayThatThereIsNone()));
    } catch (problem) {
      if (asked === this.#asked) {
        this.#say(problem);
      }
    }
  }

  /** Nothing of another cycle stays below the name of this one. */
  #begin(cycle) {
    this.#cycle = cycle;
    this.#shown.clear();
    this.#concerns.element.hidden = true;
    this.#parts.replaceChildren();
  }

  #show(cycles, outlook) {
    this.#trouble.hidden = true;
    this.#content.hidden = false;
    if (!this.#isNew('outlook', [cycles, outlook])) {
      return;
    }
    const onPaper = !outlook.responses.length;
    this.#whatWasAsked.forEach((part) => { part.hidden = onPaper; });
    this.#onPaper.hidden = !onPaper;
    this.#title.textContent = onPaper ? outlook.cycle : `How ${outlook.cycle} goes`;
    this.#chooser.replaceChildren(...cycles.map(({ name, title }) => el('option', { value: name }, `${name}: ${title}`)));
    this.#chooser.value = outlook.cycle;
    this.#files.hidden = isRound(cycles, outlook.cycle);
    this.#files.replaceChildren(el('strong', {}, 'State of play for the next meeting: '), el('a', { href: path`/state-of-play/${outlook.cycle}.pdf` }, 'as PDF'), ' ',
      el('a', { href: path`/state-of-play/${outlook.cycle}.xlsx` }, 'as a workbook'), ' ', el('a', { href: '/state-of-play' }, 'for another meeting'));
    this.#days.replaceChildren(timeline(outlook));
    this.#responses.replaceChildren(...(onPaper ? [] : responses(outlook)));
  }

  #showConcerns(chosen, cycle, concerns) {
    this.#isNew('concerns', [chosen, cycle, concerns]) && this.#concerns.show(chosen, cycle, concerns);
    this.#concerns.element.hidden = false;
  }

  #showParts(cycle, all) {
    this.#isNew('parts', [cycle, all]) && this.#parts.replaceChildren(parts(cycle, all));
  }

  /** Whether something is shown for the first time: what is the same stays, with the reader's place in it. */
  #isNew(what, said) {
    const now = JSON.stringify(said);
    const is = this.#shown.get(what) !== now;
    this.#shown.set(what, now);
    return is;
  }

  #sayThatThereIsNone() {
    this.#content.hidden = true;
    this.#trouble.hidden = false;
    this.#trouble.textContent = 'There is no reporting cycle yet.';
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
