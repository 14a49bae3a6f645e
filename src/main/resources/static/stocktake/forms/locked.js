/** A field that came back without a remark: it can be read, and stays as it was submitted. */
import { el } from './dom.js';
import { grouped } from './field.js';
import { valueOf } from './reading.js';

export function locked(spec, value, path) {
  const element = grouped({ label: spec.label, help: 'Locked: the reviewers ask for nothing here, so it stays as you submitted it.' }, path, el('div', { class: 'st-locked-text' }, ...valueOf(spec.of, value)));
  element.classList.add('st-locked');
  return { element, read: () => value };
}
