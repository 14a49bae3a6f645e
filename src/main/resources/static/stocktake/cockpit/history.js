/** What happened to an initiative: one list, the latest first, by day. Looks again by itself while it is seen. */
import { get, path } from '../forms/api.js';
import { button, el } from '../forms/dom.js';
import { Again } from './again.js';
import { clockTime, moment, shortDayOf } from './words.js';

export const KINDS = {
  '': 'Everything', request: 'Requests and days', mail: 'Mails', draft: 'Drafts and files', update: 'Updates', review: 'Reviews', people: 'People',
  message: 'Messages', outcome: 'Report and plan',
};

export class History {
  #head = el('header', {});
  #kinds = el('div', { class: 'st-kinds', role: 'group', 'aria-label': 'What to show' });
  #chooser = el('select', { class: 'form-control', onchange: () => this.#want({ cycle: this.#chooser.value }) });
  #found = el('p', { class: 'st-found', role: 'status' });
  #beside = el('p', { class: 'st-help', hidden: true }, 'Changes of the plan, proposals and notes are in no cycle: ',
    button('show all cycles', () => this.#want({ cycle: '' }), 'st-button-quiet'));
  #days = el('div', { class: 'st-history' });
  #trouble = el('p', { class: 'st-late', role: 'status', hidden: true });
  #content = el('div', { hidden: true });
  #want;
  #choice;
  #level;
  #shown;
  #asked = 0;
  #again = new Again(() => this.look(this.#choice));

  /** `want` hears what somebody chooses; `level` is that of the heading. */
  constructor(want, level = 1) {
    this.#want = want;
    this.#level = level;
    this.#content.append(el('div', { class: 'st-glance' }, this.#head),
      el('div', { class: 'st-tools' }, el('label', {}, 'Cycle', this.#chooser), this.#found), this.#beside, this.#kinds, this.#days);
    this.element = el('section', { class: 'st-cockpit st-plan', 'aria-label': 'History of an initiative' }, this.#trouble, this.#content);
  }

  start() {
    this.#again.start();
  }

  stop() {
    this.#again.stop();
    this.#asked += 1;
  }

  async look(choice) {
    this.#choice = choice;
    this.#asked += 1;
    const asked = this.#asked;
    const { id, ...rest } = choice;
    try {
      const history = await get(`${path`/api/cockpit/initiatives/${id}`}?${new URLSearchParams(rest)}`);
      if (asked === this.#asked) {
        this.#show(choice, history);
      }
    } catch (problem) {
      if (asked === this.#asked) {
        this.#say(problem);
      }
    }
  }

  #show({ cycle, kind }, history) {
    this.#trouble.hidden = true;
    this.#content.hidden = false;
    const now = JSON.stringify([cycle, kind, history]);
    if (now === this.#shown) {
      return;
    }
    this.#shown = now;
    const { initiative, title, cycles, found, happenings } = history;
    this.#head.replaceChildren(el(`h${this.#level}`, { class: 'section-title' }, el('strong', {}, initiative), ` ${title}`), cycles.length ? links(initiative, cycle || cycles[0].name) : el('p', {}, 'No cycle has asked for it yet.'));
    this.#chooser.replaceChildren(el('option', { value: '' }, 'All cycles'), ...cycles.map((one) => el('option', { value: one.name }, `${one.name}: ${one.title}`)));
    this.#chooser.value = cycle;
    this.#kinds.replaceChildren(...Object.entries(KINDS).map(([name, label]) => choose(label, name === kind, () => this.#want({ kind: name }))));
    this.#found.textContent = told(found, happenings.length);
    this.#beside.hidden = !cycle;
    this.#days.replaceChildren(...byDay(happenings, cycles, !cycle && cycles.length > 1, this.#level + 1));
    if (!happenings.length) {
      this.#days.append(el('p', {}, 'Nothing of that kind has happened.'));
    }
  }

  #say(problem) {
    this.#trouble.hidden = false;
    if (problem.status === 401) {
      this.#trouble.replaceChildren('Your session has ended. ', button('Sign in again', () => location.reload()));
    } else if (problem.status === 400 || problem.status === 404) {
      this.#content.hidden = true;
      this.#trouble.replaceChildren(`${problem.message} `, el('a', { href: '#/dashboard' }, 'Show all initiatives'));
    } else {
      this.#trouble.replaceChildren('The history cannot be shown at the moment; it is tried again by itself.');
    }
  }
}

function links(initiative, cycle) {
  return el('p', { class: 'st-links' }, el('a', { href: path`/i/${cycle}/${initiative}` }, `Its update in ${cycle}`), ' ',
    el('a', { href: `/desk/mails?${new URLSearchParams({ initiative })}` }, 'All mails about it'));
}

function choose(label, pressed, onclick) {
  const one = button(label, onclick);
  one.setAttribute('aria-pressed', String(pressed));
  return one;
}

function told(found, shown) {
  const number = found.toLocaleString('en-GB');
  return shown < found ? `The latest ${shown.toLocaleString('en-GB')} of ${number} things that happened` : `${number} ${found === 1 ? 'thing' : 'things'} happened`;
}

/** A heading for each day, in the zone of its cycle. */
function byDay(happenings, cycles, severalCycles, level) {
  const zones = Object.fromEntries(cycles.map(({ name, zone }) => [name, zone]));
  const parts = [];
  let day;
  for (const one of happenings) {
    const zone = zones[one.cycle] ?? cycles[0]?.zone ?? 'UTC';
    const on = shortDayOf(one.at, zone);
    if (on !== day) {
      day = on;
      parts.push(el(`h${level}`, { class: 'st-head' }, on), el('ol', {}));
    }
    parts.at(-1).append(line(one, zone, severalCycles));
  }
  return parts;
}

function line({ at, cycle, kind, words, detail, by, link }, zone, severalCycles) {
  return el('li', { 'data-kind': kind },
    el('time', { datetime: at, title: moment(at, zone) }, clockTime(at, zone)),
    el('div', {}, link ? el('a', { href: link }, words) : el('span', {}, words), by && el('span', { class: 'st-by' }, ` by ${by}`),
      detail && el('p', { class: 'st-help' }, detail)),
    el('span', { class: 'st-help' }, [KINDS[kind], severalCycles && cycle].filter(Boolean).join(' · ')));
}
