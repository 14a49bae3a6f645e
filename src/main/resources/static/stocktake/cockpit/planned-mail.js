/** One mail to come: its words, and what may be done about it before it leaves. */
import { get, path, post } from '../forms/api.js';
import { button, el, uniqueId } from '../forms/dom.js';

export class PlannedMail {
  #plan;
  #mail;
  #said;
  #trouble = el('p', { class: 'st-late', role: 'alert', hidden: true });
  #words = el('div', {}, 'The mail is being written …');
  #asking = el('div');
  #acts = el('p', { class: 'st-acts' });

  constructor(plan, mail, said) {
    this.#plan = plan;
    this.#mail = mail;
    this.#said = said;
    this.element = el('div', { class: 'st-mail' }, this.#trouble, this.#acts, this.#asking, this.#words);
    this.#write();
  }

  async #write() {
    const { at, mail } = this.#mail;
    try {
      const { subject, text } = await get(`${this.#address('text')}?${new URLSearchParams(mail ? { at, mail } : { at })}`);
      this.#words.replaceChildren(el('p', {}, el('strong', {}, subject)), el('pre', { tabindex: '0', 'aria-label': 'Text of the mail' }, text));
      this.#offer(true);
    } catch (problem) {
      this.#words.replaceChildren(el('p', {}, problem.message));
      this.#offer(false);
    }
  }

  #offer(written) {
    const { mail, lines, stop } = this.#mail;
    const sendable = mail || isDigest(this.#mail) || this.#plan.state === 'gathering';
    const held = lines.some((line) => line.stop === 'held');
    const free = lines.some((line) => !line.stop);
    this.#acts.replaceChildren(...[
      written && button('Send a sample to me', () => this.#do('sample', {}, ({ to }) => `A sample is on its way to ${to}.`, false)),
      free && button('Hold', () => this.#askReason()),
      held && button('Release', () => this.#do('release', {}, () => `The mail to ${this.#mail.name} is not held any more.`)),
      (free || held) && !['not-receiving', 'unwanted'].includes(stop) && sendable && button('Send now', () => this.#askSending()),
      mail && el('a', { href: `/desk/mails/${mail}` }, `Mail ${mail} in the ledger`),
    ].filter(Boolean));
  }

  #askReason() {
    const id = uniqueId();
    const reason = el('input', { id, type: 'text', class: 'form-control', maxlength: '1000' });
    const digest = isDigest(this.#mail) && el('p', {}, `No digest goes to ${this.#mail.name} until it is released; what was not told is told then.`);
    this.#ask(el('div', {}, digest, el('label', { for: id }, 'Why is it held?'), reason), 'Hold this mail',
      () => this.#do('hold', { reason: reason.value }, () => `The mail to ${this.#mail.name} is held. Release it here when it may be sent.`));
    reason.focus();
  }

  #askSending() {
    this.#ask(el('p', {}, `Send this to ${this.#mail.name} <${this.#mail.email}> now? ${afterwards(this.#mail)}`), 'Yes, send it',
      () => this.#do('now', {}, () => `The mail to ${this.#mail.name} is on its way.`));
    this.#asking.querySelector('button').focus();
  }

  #ask(question, yes, act) {
    this.#asking.replaceChildren(question, el('p', { class: 'st-acts' }, button(yes, act), button('No, go back', () => {
      this.#asking.replaceChildren();
      this.#acts.querySelector('button')?.focus();
    })));
  }

  /** What changes nothing in the plan leaves this open. */
  async #do(act, more, words, changed = true) {
    try {
      const { at, mail } = this.#mail;
      const answer = await post(this.#address(act), { at, mail, ...more });
      this.#said(words(answer), changed);
    } catch (problem) {
      this.#trouble.hidden = false;
      this.#trouble.textContent = problem.problems?.[0]?.message ?? problem.message;
    }
  }

  #address(act) {
    return `${path`/api/mail-plan/${this.#plan.cycle}/${this.#mail.contact}`}/${act}`;
  }
}

/** Whether it is a digest that is to come; one that is queued is a mail like others. */
function isDigest({ mail, lines }) {
  return !mail && lines.some((line) => line.kind === 'digest');
}

/** What does not happen any more once it is sent. */
function afterwards(planned) {
  if (planned.mail) {
    return 'It waits no longer: it leaves within a minute or two.';
  }
  return isDigest(planned) ? 'What it says is not said again on its morning.'
    : 'It is not sent again on its day, nor are reminders that would have come before it.';
}
