/** A proposer writes a proposal, on a page of their own: with an account or by the link of an invitation. */
import { get, post } from './api.js';
import { attempt, confirm } from './asking.js';
import { button, el, panel, paragraphs, present } from './dom.js';
import { lookAround } from './keep.js';
import { Manuscript, telling } from './manuscript.js';
import { hostOf } from './page.js';
import { fieldsOf, showAsked } from './proposal-fields.js';

async function open(element) {
  const { source } = element.dataset;
  try {
    const [view] = await Promise.all([get(source), lookAround()]);
    mount(element, source, view, hostOf(element, () => el('a', { href: location.pathname }, 'See where it stands')));
  } catch (problem) {
    present(element, panel('error', 'The form could not be shown', el('p', {}, problem.message), el('p', { class: 'st-buttons' }, button('Try again', () => open(element)))));
  }
}

function mount(element, source, view, host) {
  host.reset();
  const notice = el('div', { class: 'st-notice' });
  const kinds = Object.keys(view.choices.kinds);
  const saved = kinds.length === 1 ? { ...view.draft, content: { ...view.draft.content, kind: kinds[0] } } : view.draft;
  const text = new Manuscript({
    sections: [{ fields: fieldsOf(view.choices) }], saved, level: 2, notice, tell: telling(host)(),
    store: { source, address: source, key: `unsaved.proposal.${source}` },
    rebuilt: (form) => showAsked(form), changed: () => showAsked(text.form),
  });
  const send = async () => {
    text.draft.version === 0 && text.draft.touch(); // nothing was typed: the server says what is missing
    if (!(await text.save())) {
      host.setStatus('Not sent: the text could not be saved. Try again in a moment.', 'error');
      return false;
    }
    host.setStatus('');
    const agreed = await confirm(notice, 'Send this proposal?', 'Yes, send it',
      el('p', {}, 'It then lies with the secretariat, which checks it. You can withdraw it until it is decided, and you are told of each step by mail.'));
    const done = agreed && await attempt({ form: text.form, notice, host }, () => post(`${source}/sent`, { version: text.draft.version }),
      (problem) => problem.status === 409 && text.draft.failed(problem));
    if (done) {
      text.done();
    }
    return done;
  };
  element.replaceChildren(...[
    view.asked && panel('warning', 'The secretariat asks you to correct your proposal', ...paragraphs(view.asked)),
    notice, text.element,
  ].filter(Boolean));
  host.setStatus('Everything you type is saved as you go.');
  host.onSave(() => text.save());
  host.onLeave(() => text.leave());
  host.setActions([{ label: view.number ? 'Send it again' : 'Send the proposal', done: 'The proposal is sent. A mail confirms it.', run: send }]);
  text.offerRemainder();
}

const element = document.querySelector('[data-source]');
if (element) {
  open(element);
}
