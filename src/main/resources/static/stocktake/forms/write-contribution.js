/** A partner or stakeholder without an initiative says what it does: saved as it is typed, submitted, taken back. */
import { get, path, post, whoAmI } from './api.js';
import { attempt, confirm } from './asking.js';
import { clock, deadline } from './dates.js';
import { button, el, heading, panel, paragraphs } from './dom.js';
import { decide } from './look-at-contribution.js';
import { Manuscript, telling } from './manuscript.js';

const TEXTS = [
  { name: 'activities', kind: 'text', rows: 6, room: 150, label: 'Activities', help: 'What you did in these two years that serves the ASEM Education Process. Leave a line empty to start a new paragraph.' },
  { name: 'plans', kind: 'text', rows: 4, room: 100, label: 'Plans', help: 'What you plan for the next two years.' },
];

export async function mount(element, { cycle, initiative: party, host }) {
  host.reset();
  const address = path`/api/contributions/${cycle}/${party}`;
  const [one, me] = await Promise.all([get(address), whoAmI()]);
  const view = { address, cycle, party, one, me, host, element, notice: el('div', { class: 'st-notice' }), again: () => mount(element, { cycle, initiative: party, host }) };
  element.replaceChildren(...[heading(host.level, `Contribution of ${one.party}`, { class: 'st-section-title' }),
    el('p', {}, `To the Stocktaking Report of ${cycle} (${one.cycleTitle}). ${one.draft ? 'It is an offer: you are not reminded, and nobody counts you as late. ' : ''}It can be written until ${deadline(one.closes, one.zone)}.`),
    one.because && panel(one.mayWrite ? 'warning' : 'note', one.mayWrite ? 'The secretariat asks for a change' : 'What the secretariat said', ...paragraphs(one.because)), view.notice].filter(Boolean));
  if (one.mayWrite) {
    write(view);
  } else if (one.mayDecide) {
    decide(view);
  } else {
    read(view);
  }
}

function write(view) {
  const { address, cycle, party, one, me, host, element, notice } = view;
  const text = new Manuscript({
    sections: [{ fields: TEXTS },
      { title: 'Which objectives it belongs to', help: 'Tick at least one.', fields: one.objectives.map(({ number, title }) => ({ name: `objective-${number}`, kind: 'check', label: `Objective ${number}: ${title}` })) }],
    saved: one.draft, level: host.level + 1, notice, tell: telling(host)(),
    store: { source: address, address, key: `unsaved.${me.userId}.${cycle}.contribution.${party}` },
  });
  const submit = async () => {
    if (!(await text.save())) {
      host.setStatus('Not submitted: the text could not be saved. Try again in a moment.', 'error');
      return false;
    }
    const done = await attempt({ form: text.form, notice, host }, () => post(`${address}/submission`, { version: text.draft.version }),
      (problem) => problem.status === 409 && text.draft.failed(problem));
    if (done) {
      text.done();
    }
    return done;
  };
  element.append(text.element);
  host.setStatus('Everything you type is saved as you go. Nobody but your party sees it before you submit it.');
  host.onSave(() => text.save());
  host.onLeave(() => text.leave());
  host.setActions([{ label: 'Submit the contribution', done: 'Your contribution is submitted. The secretariat looks at it; until the gathering closes and it has decided you can take it back under “Our contributions” on the start page.', run: submit }]);
  text.offerRemainder();
}

/** What was submitted last, in words. */
export function submitted({ last, objectives }, level) {
  return last ? [el('p', { class: 'st-help' }, `Submitted ${clock(last.at)} by ${last.by}.`),
    ...[['Activities', last.text.activities], ['Plans', last.text.plans]].filter(([, text]) => text).flatMap(([name, text]) => [heading(level, name, { class: 'st-answer-name' }), el('div', { class: 'st-reading' }, ...paragraphs(text))]),
    heading(level, 'Objectives', { class: 'st-answer-name' }),
    el('ul', {}, last.text.objectives.map((number) => el('li', {}, `Objective ${number}: ${objectives.find((one) => one.number === number)?.title ?? ''}`)))]
    : [el('p', { class: 'st-nothing' }, 'Nothing is submitted.')];
}

function read({ address, one, host, element, notice, again }) {
  const takeBack = async () => {
    if (await confirm(notice, 'Take it back to correct it?', 'Yes, take it back', el('p', {}, 'It counts only once you submit it again.'))
      && await attempt({ notice, host }, () => post(`${address}/taking-back`, { version: one.last.version }))) {
      await again();
    }
  };
  element.append(el('p', {}, el('span', { class: 'st-state' }, one.state)), ...submitted(one, host.level + 1),
    ...(one.mayTakeBack ? [el('p', { class: 'st-buttons' }, button('Take it back', takeBack))] : []));
  host.setActions([]);
  host.setStatus('');
}
