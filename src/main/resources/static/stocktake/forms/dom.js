/** Builds elements. Text only ever enters the page as text: nothing here parses HTML. */

let numbers = 0;

/** An id nothing else on the page has. */
export function uniqueId(stem = 'st') {
  numbers += 1;
  return `${stem}-${numbers}`;
}

/**
 * An element: `el('p', { class: 'st-help' }, 'Text', otherElement)`. Functions become listeners (`onclick`), `false`
 * and `undefined` leave an attribute out, `value` and `checked` are set as properties.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked') {
      element[name] = value ?? '';
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(2).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** A button that does not submit anything by itself. */
export function button(label, onclick, style = '') {
  return el('button', { type: 'button', class: `st-button ${style}`.trim(), onclick }, label);
}

/** A text as paragraphs, split where the writer left a line empty. */
export function paragraphs(text) {
  return String(text ?? '').split(/\n\s*\n/).filter((part) => part.trim())
    .map((part) => el('p', { class: 'st-prose' }, part.trim()));
}

/** A bulleted list, or nothing where there is nothing to list. */
export function list(items) {
  return items?.length ? el('ul', {}, items.map((item) => el('li', {}, item))) : undefined;
}

/** A heading that fits below the headings of the place the form is shown in. */
export function heading(level, text, attributes = {}) {
  return el(`h${level}`, attributes, text);
}

/** A link to a web address; anything else is shown as plain text, so that a typed "javascript:" never becomes a link. */
export function link(address, label = address) {
  return /^https?:\/\//i.test(address) ? el('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, label) : label;
}

/** What a passage of a report says, without the number that the report counts it by. */
export function wordsOf(passage) {
  const words = passage.cloneNode(true);
  words.querySelector('.paragraph-number')?.remove();
  return words.textContent;
}

/** A coloured panel that says something; `tone` is note, warning, error or done. */
export function panel(tone, title, ...children) {
  return el('div', { class: `st-panel st-panel-${tone}`, role: tone === 'error' ? 'alert' : undefined, tabindex: '-1' },
    title && el('p', { class: 'st-panel-title' }, title), ...children);
}

/** Shows `element` in `place` instead of what was there, and brings it to the reader. */
export function present(place, element) {
  place.replaceChildren(element);
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}
