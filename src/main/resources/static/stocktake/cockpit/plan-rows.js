/** The table of mails to come. The server filters and cuts into pages; a row opens to the words of its mail. */
import { button, el } from '../forms/dom.js';
import { cells, HEADS } from '../forms/mail-table.js';
import { want } from './plan-address.js';
import { PlannedMail } from './planned-mail.js';

const TYPING = 300;

export class PlanRows {
  #search = el('input', { type: 'search', class: 'form-control', placeholder: 'Person, party or initiative', oninput: () => this.#typed() });
  #found = el('p', { class: 'st-found', role: 'status' });
  #done = el('p', { class: 'st-done', role: 'status', hidden: true });
  #caption = el('caption');
  #body = el('tbody');
  #previous = button('Previous page', () => this.#turn(-1));
  #next = button('Next page', () => this.#turn(1));
  #place = el('span');
  #pages = el('nav', { class: 'st-pages', 'aria-label': 'Pages of the table' }, this.#previous, this.#place, this.#next);
  #again;
  #typing;

  constructor(again) {
    this.#again = again;
    this.element = el('div', { class: 'st-initiatives' },
      el('div', { class: 'st-tools' }, el('label', {}, 'Search', this.#search), this.#found), this.#done,
      el('table', { class: 'cam-table' }, this.#caption,
        el('thead', {}, el('tr', {}, HEADS.map((name) => el('th', { scope: 'col' }, name)), el('th', { scope: 'col' }, 'Mail'))), this.#body),
      this.#pages);
  }

  /** Whether a mail is open. */
  isRead() {
    return this.#body.querySelector('.st-below:not([hidden])') !== null;
  }

  show({ search }, plan) {
    const { found, page, size, mails } = plan;
    if (document.activeElement !== this.#search) {
      this.#search.value = search;
    }
    this.#caption.textContent = 'Times are those of the addressee; below, where it is another time, those of the cycle. As long as nothing changes: whoever submits is not reminded.';
    const focused = [...this.#body.querySelectorAll('button')].indexOf(document.activeElement);
    this.#body.replaceChildren(...mails.flatMap((mail) => this.#rows(plan, mail)));
    this.#body.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
    if (!mails.length) {
      this.#body.append(el('tr', {}, el('td', { colspan: HEADS.length + 1 }, 'No mail is like that.')));
    }
    const last = Math.max(1, Math.ceil(found / size));
    this.#found.textContent = `${found.toLocaleString('en-GB')} ${found === 1 ? 'mail' : 'mails'}`;
    this.#pages.hidden = last === 1;
    this.#place.textContent = `Page ${page} of ${last}`;
    this.#place.dataset.page = page;
    this.#previous.disabled = page === 1;
    this.#next.disabled = page === last;
  }

  #rows(plan, mail) {
    const inside = el('td', { colspan: HEADS.length + 1 });
    const below = el('tr', { class: 'st-below', hidden: true }, inside);
    const open = button('Read', () => {
      below.hidden = !below.hidden;
      open.setAttribute('aria-expanded', String(!below.hidden));
      open.textContent = below.hidden ? 'Read' : 'Close';
      if (!below.hidden) {
        inside.replaceChildren(new PlannedMail(plan, mail, (said, changed) => this.#said(said, changed)).element);
      }
    });
    open.setAttribute('aria-expanded', 'false');
    open.setAttribute('aria-label', `Read the mail to ${mail.name}${mail.parties && ` (${mail.parties})`}`);
    return [el('tr', { 'data-contact': String(mail.contact) }, cells(mail, plan.zone).map((cell) => el('td', {}, cell)), el('td', {}, open)), below];
  }

  /** Something was done about a mail: it is said above the table, which is read anew where that changes it. */
  #said(words, changed) {
    this.#done.textContent = words;
    this.#done.hidden = false;
    if (changed) {
      this.#again();
    }
  }

  #turn(by) {
    want({ page: String(Number(this.#place.dataset.page) + by) });
  }

  #typed() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => want({ search: this.#search.value.trim() }), TYPING);
  }
}
