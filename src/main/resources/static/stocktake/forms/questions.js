/** Answers to what a cycle asks and the plan says: questions, commitments, subgoals. */
import { el, uniqueId } from './dom.js';
import { grouped } from './field.js';
import { choice, text } from './inputs.js';

export function answers(spec, value, path, changed) {
  const asked = spec.asked.map(({ position, text: question }) => ({
    position, ...text({ label: question, rows: 4, room: spec.room }, value?.[position], `${path}.${position}`, changed),
  }));
  return {
    element: el('div', { 'data-field': path, class: 'st-group' }, asked.map((one) => one.element)),
    read: () => object(asked.map((one) => [String(one.position), one.read()])),
  };
}

export function commitments(spec, value, path, changed) {
  const entries = spec.said.map((said, index) => {
    const answer = (value ?? []).find((one) => one.position === said.position) ?? {};
    const outcome = choice({ label: spec.question, options: spec.outcomes }, answer.outcome, `${path}.${index}.outcome`, changed);
    const sentence = text({ label: spec.sentence ?? 'In a sentence', rows: spec.rows ?? 2, room: spec.room }, answer.sentence, `${path}.${index}.sentence`, changed);
    const element = el('li', { class: 'st-said' },
      el('blockquote', {}, said.text),
      el('p', { class: 'st-help' }, said.told ?? (said.source === 'adopted' ? 'From the adopted work plan' : 'From the Action Plan 2030')),
      outcome.element, sentence.element);
    return { element, read: () => filledRow({ outcome: outcome.read(), sentence: sentence.read() }, { position: said.position }) };
  });
  return {
    element: grouped(spec, path, el('ol', { class: 'st-plain' }, entries.map((entry) => entry.element))),
    read: () => some(entries.map((entry) => entry.read())),
  };
}

/** Objectives or subgoals to be ticked, each with a sentence. */
export function contributions(spec, value, path, changed) {
  const entries = spec.items.map((item, index) => {
    const answer = (value ?? []).find((one) => String(one[spec.key]) === item.number);
    const id = uniqueId();
    const tick = el('input', { type: 'checkbox', id, checked: Boolean(answer), onchange: () => {
      sentence.element.hidden = !tick.checked;
      changed();
    } });
    const sentence = text({ label: `How it contributes to ${name(spec, item)}`, rows: 2, room: spec.room }, answer?.sentence, `${path}.${index}.sentence`, changed);
    sentence.element.hidden = !answer;
    const element = el('li', { class: 'st-subgoal', 'data-objective': item.number.split('.')[0] },
      el('div', { class: 'st-option' }, tick, el('label', { for: id }, el('strong', {}, item.number), ` ${item.text}`)), sentence.element);
    return { element, read: () => (tick.checked ? { [spec.key]: item.number, sentence: sentence.read() } : undefined) };
  });
  const elements = entries.map((entry) => entry.element);
  return {
    element: grouped(spec, path, spec.groups ? spec.groups.map((group) => el('div', { class: 'st-objective', 'data-objective': group.number },
      el('p', { class: 'st-objective-name' }, `Objective ${group.number}`),
      el('ul', { class: 'st-plain' }, elements.filter((element) => element.dataset.objective === group.number)))) : el('ul', { class: 'st-plain' }, elements)),
    read: () => some(entries.map((entry) => entry.read())),
  };
}

function name(spec, item) {
  return spec.key === 'objective' ? `objective ${item.number}` : item.number;
}

function filledRow(row, fixed) {
  const answered = object(Object.entries(row));
  return answered && { ...fixed, ...answered };
}

function object(entries) {
  const answered = entries.filter(([, value]) => value !== undefined);
  return answered.length ? Object.fromEntries(answered) : undefined;
}

function some(values) {
  const answered = values.filter(Boolean);
  return answered.length ? answered : undefined;
}
