/** One field: its label above, its help below the label, and the place where messages about it appear. */
import { el, paragraphs, uniqueId } from './dom.js';

const WORDS = { error: 'Please correct', warning: 'Please check', remark: 'Reviewer’s remark' };

/** A labelled input. */
export function labelled(spec, input, path) {
  input.id ||= uniqueId('field');
  const help = spec.help && el('p', { class: 'st-help', id: uniqueId('help') }, spec.help);
  if (help) {
    input.setAttribute('aria-describedby', help.id);
  }
  if (spec.required) {
    input.setAttribute('aria-required', 'true');
  }
  return el('div', { class: 'st-field', 'data-field': path }, el('label', { for: input.id }, spec.label, marker(spec)), help, input);
}

/** A group of inputs that answer one question. */
export function grouped(spec, path, ...children) {
  const help = spec.help && el('p', { class: 'st-help', id: uniqueId('help') }, spec.help);
  return el('fieldset', { class: 'st-field st-group', 'data-field': path, 'aria-describedby': help?.id },
    el('legend', {}, spec.label, marker(spec)), help, ...children);
}

function marker(spec) {
  return spec.required && el('span', { class: 'st-required' }, ' (required)');
}

/** Puts a message at a field; it is read out with the input. */
export function say(field, kind, message) {
  const id = uniqueId(kind);
  const note = el('div', { class: `st-message st-message-${kind}`, id, 'data-kind': kind }, el('strong', {}, `${WORDS[kind]}: `), ...lines(message));
  const input = inputOf(field);
  if (kind === 'warning') {
    // A warning comes while somebody is typing: below the input, so that the input stays where it is.
    field.append(note);
  } else {
    (field.querySelector(':scope > .st-help') ?? field.querySelector(':scope > label, :scope > legend') ?? field.firstElementChild).after(note);
  }
  field.classList.add(`st-has-${kind}`);
  const described = field.matches('fieldset') ? field : input;
  described?.setAttribute('aria-describedby', [described.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
  if (kind === 'error') {
    input?.setAttribute('aria-invalid', 'true');
  }
}

function lines(message) {
  const parts = paragraphs(message);
  return parts.length === 1 ? [message] : parts;
}

/** Takes all messages of one kind away. */
export function hush(root, kind) {
  for (const note of root.querySelectorAll(`[data-kind="${kind}"]`)) {
    const field = note.closest('.st-field, .st-group');
    field.classList.remove(`st-has-${kind}`);
    for (const described of [field, ...field.querySelectorAll('[aria-describedby]')]) {
      const rest = (described.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== note.id);
      rest.length ? described.setAttribute('aria-describedby', rest.join(' ')) : described.removeAttribute('aria-describedby');
    }
    if (kind === 'error') {
      field.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
    }
    note.remove();
  }
}

/** The first thing in a field that takes the keyboard. */
export function inputOf(field) {
  return field.querySelector('input, textarea, select, button, a[href]');
}
