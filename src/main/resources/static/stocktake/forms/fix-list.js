/** What the reviewers ask for, as one numbered list: each remark is marked as done, or as not done and why. */
import { put } from './api.js';
import { button, el, paragraphs, uniqueId } from './dom.js';
import { answerSection, fieldOf } from './update-fields.js';

const PAUSE = 1000;

/** The sections with all fields locked that are not in `open`; as they are where everything is. */
export function opened(sections, open) {
  return open ? sections.map((section) => ({
    ...section, fields: section.fields.map((spec) => (open.includes(spec.name) || spec.kind === 'common' ? spec : { name: spec.name, kind: 'locked', label: spec.label, of: spec })),
  })) : sections;
}

/** The list, or nothing where nothing came back: `messages` for the fields, `save()` sends what is not sent yet. */
export function fixList(view, place) {
  const { fixes, sections, host } = view;
  if (!fixes.remarks.length) {
    return undefined;
  }
  const told = el('p', { class: 'st-fixes-told', role: 'status' });
  const title = el('p', { class: 'st-panel-title', id: uniqueId('fixes') }, 'The reviewers returned this update. They ask for:');
  const tell = () => {
    const open = answers.filter((one) => !one.answered()).length;
    const now = open ? `${open} of ${answers.length} to answer before you submit.` : 'Every remark is answered.';
    if (told.textContent !== now) {
      told.textContent = now;
    }
  };
  const answers = fixes.remarks.map((fix) => answerTo(fix, { view, place, label: fieldOf([...sections, answerSection()], fix.field)?.label ?? 'What the programme says once', host, tell }));
  tell();
  return {
    element: el('section', { class: 'st-panel st-panel-warning st-fixes', 'aria-labelledby': title.id }, title,
      el('p', {}, fixes.open ? 'Only the fields they name are open; all others stay as you submitted them. ' : '', 'Mark each remark as done, or say why not: the reviewers read your answer beside the field.'),
      el('ol', {}, answers.map((one) => one.element)), told),
    messages: fixes.remarks.map(({ number, field, text }) => ({ field: fieldOf(sections, field) ? field : 'common', message: fixes.remarks.length > 1 ? `${number}. ${text}` : text })),
    save: async () => (await Promise.all(answers.map((one) => one.save()))).every(Boolean),
  };
}

function answerTo(fix, { view, place, label, host, tell }) {
  const name = uniqueId('fix');
  const done = radio(name, 'Done', fix.done === true);
  const not = radio(name, 'Not, because …', fix.done === false);
  const reason = el('textarea', { rows: '2', id: uniqueId('because'), value: fix.because, oninput: () => soon() });
  const because = el('div', { class: 'st-field' }, el('label', { for: reason.id }, `Why remark ${fix.number} is not done`), reason);
  const problem = el('p', { class: 'st-message st-message-error', hidden: true });
  const said = () => (done.input.checked ? { done: true } : { done: false, because: reason.value });
  const answered = () => done.input.checked || (not.input.checked && reason.value.trim() !== '');
  let sent = JSON.stringify(answered() ? said() : undefined);
  let timer;
  const save = async () => {
    clearTimeout(timer);
    const now = answered() ? JSON.stringify(said()) : undefined;
    if (!now || now === sent) {
      return true;
    }
    try {
      await put(`${place}/${fix.number}`, said());
      sent = now;
      problem.hidden = true;
      host.setStatus(`Answer to remark ${fix.number} saved.`, 'done');
      return true;
    } catch (failure) {
      problem.textContent = `Not saved: ${failure.problems?.[0]?.message ?? failure.message}`;
      problem.hidden = false;
      return false;
    }
  };
  const soon = () => {
    tell();
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  const changed = () => {
    because.hidden = !not.input.checked;
    tell();
    save();
  };
  [done, not].forEach((one) => one.input.addEventListener('change', changed));
  reason.addEventListener('change', save);
  because.hidden = !not.input.checked;
  const element = el('li', { class: 'st-fix' }, button(label, () => view.text.form.goTo(fix.field), 'st-button-link'), ...paragraphs(fix.text),
    el('fieldset', { class: 'st-group' }, el('legend', {}, `What became of remark ${fix.number}`), done.element, not.element, because), problem);
  return { element, answered, save };
}

function radio(name, label, checked) {
  const input = el('input', { type: 'radio', name, id: uniqueId(), checked });
  return { input, element: el('div', { class: 'st-option' }, input, el('label', { for: input.id }, label)) };
}
