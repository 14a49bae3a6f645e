/** Two versions of a draft side by side, field by field; the writer chooses, nothing is merged silently. */
import { button, el, uniqueId } from './dom.js';
import { valueOf } from './reading.js';

/** The fields in which two contents differ; locked ones are as the server has them. */
export function differences(sections, mine, theirs) {
  return sections.flatMap((section) => section.fields)
    .filter((spec) => spec.kind !== 'locked' && stable(mine?.[spec.name]) !== stable(theirs?.[spec.name]));
}

/** A panel that calls `chosen` with the content the writer wants. */
export function comparison({ title, sections, mine, theirs, mineName, theirsName, chosen }) {
  const rows = differences(sections, mine, theirs).map((spec) => {
    const name = uniqueId('version');
    const keepMine = radio(name, mineName, true);
    const keepTheirs = radio(name, theirsName, false);
    const element = el('fieldset', { class: 'st-versus' }, el('legend', {}, spec.label),
      el('div', { class: 'st-version' }, keepMine.element, el('div', { class: 'st-version-text' }, ...valueOf(spec, mine?.[spec.name]))),
      el('div', { class: 'st-version' }, keepTheirs.element, el('div', { class: 'st-version-text' }, ...valueOf(spec, theirs?.[spec.name]))));
    return { spec, element, mine: () => keepMine.input.checked };
  });
  const merged = () => {
    const content = { ...theirs };
    for (const { spec, mine: keep } of rows) {
      const value = (keep() ? mine : theirs)?.[spec.name];
      value === undefined ? delete content[spec.name] : (content[spec.name] = value);
    }
    return content;
  };
  return el('div', { class: 'st-panel st-panel-warning', tabindex: '-1', role: 'group', 'aria-label': title },
    el('p', { class: 'st-panel-title' }, title), rows.map((row) => row.element),
    el('p', { class: 'st-buttons' }, button('Continue with what I have chosen', () => chosen(merged()), 'st-button-primary')));
}

function radio(name, label, checked) {
  const input = el('input', { type: 'radio', name, id: uniqueId(), checked });
  return { input, element: el('div', { class: 'st-option' }, input, el('label', { for: input.id }, label)) };
}

function stable(value) {
  return JSON.stringify(value ?? null, (key, inner) => (inner && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort()) : inner));
}
