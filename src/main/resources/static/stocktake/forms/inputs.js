/** Single inputs: texts, days, choices. */
import { day } from './dates.js';
import { el, uniqueId } from './dom.js';
import { grouped, labelled } from './field.js';
import { wordsIn } from './room.js';

export function text(spec, value, path, changed) {
  const input = el('textarea', { rows: String(spec.rows ?? 4), value, oninput: () => {
    room?.tell();
    changed();
  } });
  const element = labelled(spec, input, path);
  const room = spec.room && wordsIn(input, spec.room);
  if (room) {
    element.append(room.element);
  }
  return {
    element,
    read: () => filled(input.value),
    set(now) {
      input.value = now;
      room?.tell();
    },
  };
}

export function line(spec, value, path, changed) {
  const input = el('input', { type: spec.type ?? 'text', value, oninput: changed, class: spec.width && `st-${spec.width}`, autocomplete: 'off' });
  const element = labelled(spec, input, path);
  if (spec.suggestionsIn) {
    input.setAttribute('list', spec.suggestionsIn);
  } else if (spec.suggestions) {
    const suggestions = el('datalist', { id: uniqueId() }, spec.suggestions.map((one) => el('option', { value: one })));
    input.setAttribute('list', suggestions.id);
    element.append(suggestions);
  }
  return { element, read: () => filled(input.value), set: (now) => (input.value = now) };
}

/** A day, with its weekday and month in words below: numbers alone are read differently around the world. */
export function date(spec, value, path, changed) {
  const words = el('output', { class: 'st-help' });
  const input = el('input', { type: 'date', value, class: 'st-short', oninput: () => {
    tell();
    changed();
  } });
  const tell = () => (words.textContent = input.value ? day(input.value) : '');
  const element = labelled(spec, input, path);
  element.append(words);
  words.htmlFor = input.id;
  tell();
  return {
    element,
    read: () => filled(input.value),
    set(now) {
      input.value = now;
      tell();
    },
  };
}

export function select(spec, value, path, changed) {
  const input = el('select', { onchange: changed, oninput: changed }, el('option', { value: '' }, spec.none ?? 'Choose …'),
    Object.entries(spec.options).map(([key, label]) => el('option', { value: key }, label)));
  input.value = value ?? '';
  return { element: labelled(spec, input, path), read: () => filled(input.value) };
}

export function check(spec, value, path, changed) {
  const input = el('input', { type: 'checkbox', id: uniqueId(), checked: value === true, onchange: changed });
  const element = el('div', { class: 'st-field st-check', 'data-field': path }, input, el('label', { for: input.id }, spec.label));
  return { element, read: () => (input.checked ? true : undefined) };
}

export function choice(spec, value, path, changed) {
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

function filled(value) {
  return value.trim() ? value : undefined;
}
