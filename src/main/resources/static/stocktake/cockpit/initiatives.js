/** The table of all initiatives, finished ones too. The server sorts, filters and cuts into pages. */
import { button, el } from '../forms/dom.js';
import { path } from '../forms/api.js';
import { readerZone } from '../forms/dates.js';
import { columns, fileOf, want, wantColumns, wanted } from './address.js';
import { historyOf } from './history-address.js';
import { Narrow } from './narrow.js';
import { STATES } from '../forms/states.js';
import { moments, step } from './words.js';

const TYPING = 300;
const COLUMNS = [['initiative', 'Initiative'], ['party', 'Party'], ['state', 'State'], ['due', 'Due'], ['step', 'Last step']];

export class Initiatives {
  #search = el('input', { type: 'search', class: 'form-control', placeholder: 'Id, title, party or action', oninput: () => this.#typed() });
  #found = el('p', { class: 'st-found', role: 'status' });
  #heads = new Map(COLUMNS.map(([name, label]) => [name, head(name, label)]));
  #choices = COLUMNS.slice(1).map(([name]) => el('input', { type: 'checkbox', value: name, onchange: () => wantColumns(this.#chosen().join(',')) }));
  #columns = el('details', { class: 'st-columns' }, el('summary', {}, 'Columns'),
    el('fieldset', {}, el('legend', {}, 'Show beside the initiative'), COLUMNS.slice(1).map(([, label], index) => el('label', {}, this.#choices[index], label))));
  #files = ['xlsx', 'csv'].map((ending) => el('a', { 'aria-label': `These initiatives as ${ending.toUpperCase()}` }, ending.toUpperCase()));
  #narrow = new Narrow();
  #body = el('tbody');
  #zone = el('caption');
  #previous = button('Previous page', () => this.#turn(-1));
  #next = button('Next page', () => this.#turn(1));
  #place = el('span');
  #pages = el('nav', { class: 'st-pages', 'aria-label': 'Pages of the table' }, this.#previous, this.#place, this.#next);
  #typing;
  #shown;

  constructor() {
    this.element = el('div', { class: 'st-initiatives' },
      el('div', { class: 'st-tools' }, el('label', {}, 'Search', this.#search), this.#found, this.#narrow.element, this.#columns, el('p', {}, 'These rows and columns as ', this.#files[0], ' or ', this.#files[1])),
      el('table', { class: 'cam-table' }, this.#zone,
        el('thead', {}, el('tr', {}, [...this.#heads.values()], el('th', { scope: 'col' }, 'More'))), this.#body),
      this.#pages);
  }

  show(choice, cycle, page) {
    const shown = new Set(['initiative', ...(columns() || COLUMNS.map(([name]) => name).join(',')).split(',')]);
    this.#mark(choice, shown);
    this.#narrow.show(choice, cycle.name);
    this.#files.forEach((link, index) => link.setAttribute('href', fileOf(cycle.name, ['xlsx', 'csv'][index])));
    const now = JSON.stringify([cycle.name, cycle.zone, page, [...shown]]);
    if (now !== this.#shown) {
      this.#shown = now;
      this.#fill(cycle, page, shown);
    }
    const total = cycle.counts.reduce((all, count) => all + count.initiatives, 0);
    say(this.#found, `${page.found.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} initiatives`);
  }

  /** Of none all are shown again. */
  #chosen() {
    return this.#choices.filter(({ checked }) => checked).map(({ value }) => value);
  }

  #mark({ search, sort, order }, shown) {
    this.#choices.forEach((choice) => { choice.checked = shown.has(choice.value); });
    if (document.activeElement !== this.#search) {
      this.#search.value = search;
    }
    this.#heads.forEach((cell, name) => {
      cell.hidden = !shown.has(name);
      cell.setAttribute('aria-sort', name === sort ? order : 'none');
    });
  }

  #fill(cycle, { found, page, size, lines }, shown) {
    const focused = this.#body.contains(document.activeElement) && document.activeElement.getAttribute('href');
    const last = Math.max(1, Math.ceil(found / size));
    this.#zone.textContent = `Times are in the cycle's zone, ${cycle.zone}; where clocks differ, below them in yours, ${readerZone()}.`;
    this.#body.replaceChildren(...lines.map((line) => row(cycle, line, shown)));
    if (!lines.length) {
      this.#body.append(el('tr', {}, el('td', { colspan: shown.size + 1 }, 'No initiative is like that. Choose another state, search for fewer words, or narrow it down less.')));
    }
    if (focused) {
      this.#body.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
    this.#pages.hidden = last === 1;
    this.#place.textContent = `Page ${page} of ${last}`;
    this.#place.dataset.page = page;
    this.#previous.disabled = page === 1;
    this.#next.disabled = page === last;
  }

  #turn(by) {
    want({ page: String(Number(this.#place.dataset.page) + by) });
  }

  #typed() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => want({ search: this.#search.value.trim() }), TYPING);
  }
}

function head(name, label) {
  return el('th', { scope: 'col', class: `st-column-${name}`, 'aria-sort': 'none' },
    el('button', { type: 'button', onclick: () => sortBy(name) }, label));
}

/** The same head again turns the order round; what happened last begins with the latest. */
function sortBy(name) {
  const { sort, order } = wanted();
  const first = name === 'step' ? 'descending' : 'ascending';
  const other = order === 'ascending' ? 'descending' : 'ascending';
  want({ sort: name, order: name === sort ? other : first });
}

function row({ name, zone }, line, shown) {
  const title = [el('strong', {}, line.initiative), ` ${line.title}`];
  const cells = {
    initiative: () => [line.state === 'not-asked' ? title : el('a', { href: path`/i/${name}/${line.initiative}` }, title)],
    party: () => [line.party ?? el('span', { class: 'st-help' }, 'Nobody yet')],
    state: () => [el('span', { class: 'st-state', 'data-state': line.state }, STATES[line.state] ?? line.state)],
    due: () => [line.due && moments(line.due, zone), line.overdue && el('span', { class: 'st-state', 'data-state': 'overdue' }, 'Overdue'),
      line.extended && el('span', { class: 'st-help' }, 'Extended')],
    step: () => [line.step && [step(line), line.late && ' (late)', ' ', el('span', { class: 'st-help' }, moments(line.at, zone))].flat()],
  };
  return el('tr', {},
    COLUMNS.filter(([column]) => shown.has(column)).map(([column]) => el('td', { class: `st-column-${column}` }, cells[column]())),
    el('td', {}, el('a', { href: historyOf(line.initiative, name), 'aria-label': `History of ${line.initiative}` }, 'History'), el('br'), line.process
      ? el('a', { href: `#/process-instance/${line.process}/runtime`, 'aria-label': `Open the process of ${line.initiative}` }, 'Process')
      : el('span', { class: 'st-help' }, line.state === 'not-asked' ? 'Not begun' : 'Ended')));
}

/** A status that did not change is not said again. */
function say(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}
