/** Answers in place of an update: nothing to report, concluded, merged, not ours. */
import { get, path, post } from './api.js';
import { attempt, confirm } from './asking.js';
import { clock } from './dates.js';
import { button, el, panel } from './dom.js';
import { keptForm } from './kept-form.js';
import { ANSWERS, answerSection } from './update-fields.js';

const NOT_OURS = 'not-ours';
const DONE = 'Your answer is submitted. The Standing Working Group reviews it; you hear from us only if something is missing.';
const GIVEN_BACK = 'The secretariat knows that it is not yours, and you are not asked for it any more.';

/**
 * A part of the update's form. While it is open, the form's first act is to submit this answer; `view.offer` brings the
 * form's own back. What was begun in this browser stays closed until somebody opens it: only an answer that came back is open by itself.
 */
export async function answerInstead(view) {
  const { update, me, host } = view;
  const place = path`/api/updates/${update.cycle}/${update.initiative}/answer`;
  const { others, mayGiveBack } = await get(place);
  const answers = { ...update.may.submit && ANSWERS, ...mayGiveBack && { [NOT_OURS]: 'It is not ours to answer' } };
  if (!Object.keys(answers).length) {
    return [];
  }
  const notice = el('div', { class: 'st-asked' });
  const sections = [answerSection({
    answers,
    others: Object.fromEntries(others.map(({ id, title }) => [id, `${id} ${title}`])),
  })].map((section) => ({ ...section, title: undefined }));
  const begun = el('span', { class: 'st-begun' }, ' An answer that you began is kept here.');
  const form = keptForm(`answer.${me.userId}.${place}`, sections, sentBack(update), { level: host.level + 1, changed: () => onlyWhereAsked(form) });
  onlyWhereAsked(form);
  const act = { label: 'Submit this answer', run: () => send({ view, place, form, notice, act }) };
  const summary = el('summary', {}, 'Is there no update to write?', form.begun && begun);
  const close = async () => {
    part.open = false;
    summary.focus();
    host.setStatus('The form is yours again: its button submits the update.');
  };
  const discard = async () => {
    if (await confirm(notice, 'Throw this answer away?', 'Yes, throw it away')) {
      notice.replaceChildren();
      summary.querySelector('.st-begun')?.remove();
      form.restart({});
      onlyWhereAsked(form);
      await close();
    }
  };
  const sent = sentBack(update);
  const part = el('details', { class: 'st-plan', open: Boolean(sent.answer), ontoggle: () => (part.open ? host.setActions([act]) : view.offer?.()) }, summary,
    el('p', {}, 'Answer in a sentence instead. What you have written in the form below is kept until your answer is accepted.'),
    panel('note', undefined, el('p', {}, 'While this is open, the button at the end submits this answer and not the form below.'),
      el('p', { class: 'st-buttons' }, button('Close it, and go on with the form', close, 'st-button-light'), button('Throw this answer away', discard, 'st-button-quiet'))),
    notice, form.element);
  return [part];
}

async function send({ view, place, form, notice, act }) {
  const { update, host, text } = view;
  const said = form.read();
  const notOurs = said.answer === NOT_OURS;
  if (notOurs && said.because && !(await confirm(notice, `Is ${update.initiative} not yours?`, 'Yes, it is not ours',
    el('p', {}, 'Who else coordinates it is asked instead, or the secretariat finds somebody. You cannot write this update any more.')))) {
    return false;
  }
  if (view.keepSource && !(await view.keepSource())) {
    return false;
  }
  if (text && !(await text.save())) {
    host.setStatus('Not submitted: what you wrote in the form could not be saved. Try again in a moment.', 'error');
    return false;
  }
  const done = await attempt({ form, notice, host }, () => post(place, said));
  if (done) {
    act.done = notOurs ? GIVEN_BACK : DONE;
    form.forget();
    text?.done();
  }
  return done;
}

/** What was answered before, where that came back or was taken back. */
function sentBack({ draft, revision, state }) {
  const content = draft?.content ?? (state === 'returned' ? revision?.content : undefined);
  return content?.answer ? { answer: content.answer, into: content.into, because: content.because } : {};
}

function onlyWhereAsked(form) {
  form.fieldOf('into').hidden = form.read().answer !== 'merged';
}

/** For the secretariat: who said that it is not theirs. */
export async function givenBack({ cycle, initiative }) {
  const { givenBack: said } = await get(path`/api/updates/${cycle}/${initiative}/answer`);
  return said && panel('note', `${said.party} says that it is not theirs`, el('p', {}, `“${said.because}” (${said.by}, ${clock(said.at)})`),
    el('p', {}, 'If you name the same party again it gets no second request: write to it yourself.'));
}
