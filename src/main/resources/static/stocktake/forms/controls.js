/** The inputs a form is made of. Each maker gives the element and `read()`, which gives the value or undefined. */
import { button, el, uniqueId } from './dom.js';
import { labelled, grouped } from './field.js';

/** An input for `spec.kind`; `path` is its name within the whole content, `changed` hears every keystroke. */
export function control(spec, value, path, changed) {
  return makers[spec.kind](spec, value, path, changed);
}

const makers = { text, line, choice, select, check, lines, rows, answers, commitments, contributions };

function text(spec, value, path, changed) {
  const input = el('textarea', { rows: String(spec.rows ?? 4), value, oninput: changed });
  return { element: labelled(spec, input, path), read: () => filled(input.value) };
}

function line(spec, value, path, changed) {
  const input = el('input', { type: spec.type ?? 'text', value, oninput: changed, class: spec.width && `st-${spec.width}`, autocomplete: 'off' });
  return { element: labelled(spec, input, path), read: () => filled(input.value) };
}

function select(spec, value, path, changed) {
  const input = el('select', { onchange: changed, oninput: changed }, el('option', { value: '' }, 'Choose …'),
    Object.entries(spec.options).map(([key, label]) => el('option', { value: key }, label)));
  input.value = value ?? '';
  return { element: labelled(spec, input, path), read: () => filled(input.value) };
}

function check(spec, value, path, changed) {
  const input = el('input', { type: 'checkbox', id: uniqueId(), checked: value === true, onchange: changed });
  const element = el('div', { class: 'st-field st-check', 'data-field': path }, input, el('label', { for: input.id }, spec.label));
  return { element, read: () => (input.checked ? true : undefined) };
}

function choice(spec, value, path, changed) {
  const name = uniqueId('choice');
  const options = Object.entries(spec.options).map(([key, label]) => {
    const id = uniqueId();
    const input = el('input', { type: 'radio', id, name, value: key, checked: key === value, onchange: changed });
    return { input, element: el('div', { class: 'st-option' }, input, el('label', { for: id }, label)) };
  });
  return {
    element: grouped(spec, path, el('div', { class: 'st-options' }, options.map((option) => option.element))),
    read: () => options.find((option) => option.input.checked)?.input.value,
  };
}

function lines(spec, value, path, changed) {
  const asRows = { ...spec, columns: [{ name: 'text', kind: 'line', label: spec.item }], compact: true };
  const list = rows(asRows, (value ?? []).map((one) => ({ text: one })), path, changed);
  return { element: list.element, read: () => list.read()?.map((row) => row.text) };
}

/** A list of groups of inputs that grows and shrinks; what is left empty does not count. */
function rows(spec, value, path, changed) {
  const places = el('div', { class: spec.compact ? 'st-rows st-rows-compact' : 'st-rows' });
  const said = el('p', { class: 'st-unseen', role: 'status' });
  const adder = button(`Add ${article(spec.item)}`, () => {
    add({}).querySelector('input, textarea, select').focus();
    said.textContent = `${spec.item} ${kept.length} added.`;
  }, 'st-button-light');
  let kept = [];

  function add(row) {
    const title = el('legend', { class: 'st-row-title' });
    const entry = { title, controls: spec.columns.map((column) => ({ name: column.name, ...control(column, row[column.name], '', changed) })) };
    const drop = button('Remove', () => {
      kept = kept.filter((one) => one !== entry);
      entry.element.remove();
      number();
      changed();
      said.textContent = `${spec.item} removed.`;
      adder.focus();
    }, 'st-button-quiet');
    entry.drop = drop;
    entry.element = el('fieldset', { class: 'st-row' }, title, entry.controls.map((one) => one.element), drop);
    kept.push(entry);
    places.append(entry.element);
    number();
    return entry.element;
  }

  function number() {
    let stored = 0;
    kept.forEach((entry, index) => {
      const name = `${spec.item} ${index + 1}`;
      entry.title.textContent = name;
      entry.drop.setAttribute('aria-label', `Remove ${name.toLowerCase()}`);
      const prefix = content(entry) ? `${path}.${stored++}` : `${path}.none`;
      entry.controls.forEach((one) => (one.element.dataset.field = `${prefix}.${one.name}`));
      if (spec.compact) {
        entry.controls[0].element.querySelector('label').textContent = name;
      }
    });
  }

  (value ?? []).forEach(add);
  return {
    element: grouped(spec, path, places, adder, said),
    read() {
      number();
      const filledRows = kept.map(content).filter(Boolean);
      return filledRows.length ? filledRows : undefined;
    },
  };
}

function content(entry) {
  const row = Object.fromEntries(entry.controls.map((one) => [one.name, one.read()]).filter(([, value]) => value !== undefined));
  return Object.keys(row).length ? row : undefined;
}

function answers(spec, value, path, changed) {
  const asked = spec.asked.map(({ position, text: question }) => ({
    position, ...text({ label: question, rows: 4 }, value?.[position], `${path}.${position}`, changed),
  }));
  return {
    element: el('div', { 'data-field': path, class: 'st-group' }, asked.map((one) => one.element)),
    read: () => object(asked.map((one) => [String(one.position), one.read()])),
  };
}

function commitments(spec, value, path, changed) {
  const entries = spec.said.map((said, index) => {
    const answer = (value ?? []).find((one) => one.position === said.position) ?? {};
    const outcome = choice({ label: 'What became of it', options: spec.outcomes }, answer.outcome, `${path}.${index}.outcome`, changed);
    const sentence = text({ label: 'In a sentence', rows: 2 }, answer.sentence, `${path}.${index}.sentence`, changed);
    const element = el('li', { class: 'st-said' },
      el('blockquote', {}, said.text),
      el('p', { class: 'st-help' }, said.source === 'adopted' ? 'From the adopted work plan' : 'From the Action Plan 2030'),
      outcome.element, sentence.element);
    return { element, read: () => filledRow({ outcome: outcome.read(), sentence: sentence.read() }, { position: said.position }) };
  });
  return {
    element: grouped(spec, path, el('ol', { class: 'st-plain' }, entries.map((entry) => entry.element))),
    read: () => some(entries.map((entry) => entry.read())),
  };
}

function contributions(spec, value, path, changed) {
  const entries = spec.subgoals.map((subgoal, index) => {
    const answer = (value ?? []).find((one) => one.subgoal === subgoal.number);
    const id = uniqueId();
    const tick = el('input', { type: 'checkbox', id, checked: Boolean(answer), onchange: () => {
      sentence.element.hidden = !tick.checked;
      changed();
    } });
    const sentence = text({ label: `How it contributes to ${subgoal.number}`, rows: 2 }, answer?.sentence, `${path}.${index}.sentence`, changed);
    sentence.element.hidden = !answer;
    const element = el('li', { class: 'st-subgoal', 'data-objective': subgoal.number.split('.')[0] },
      el('div', { class: 'st-option' }, tick, el('label', { for: id }, el('strong', {}, subgoal.number), ` ${subgoal.text}`)), sentence.element);
    return { element, read: () => (tick.checked ? { subgoal: subgoal.number, sentence: sentence.read() } : undefined) };
  });
  const objectives = [...new Set(spec.subgoals.map((subgoal) => subgoal.number.split('.')[0]))];
  return {
    element: grouped(spec, path, objectives.map((number) => el('div', { class: 'st-objective', 'data-objective': number },
      el('p', { class: 'st-objective-name' }, `Objective ${number}`),
      el('ul', { class: 'st-plain' }, entries.map((entry) => entry.element).filter((element) => element.dataset.objective === number))))),
    read: () => some(entries.map((entry) => entry.read())),
  };
}

function article(item) {
  return `${/^[aeiou]/i.test(item) ? 'an' : 'a'} ${item.toLowerCase()}`;
}

function filled(value) {
  return value.trim() ? value : undefined;
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
