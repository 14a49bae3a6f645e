/** A form built from sections of fields: reads them, and shows messages at them and in a summary. */
import { control } from './controls.js';
import { button, el, heading, panel, uniqueId } from './dom.js';
import { hush, inputOf, say } from './field.js';

/**
 * Builds the form. `read()` gives the content as it is stored: what is empty is left out, what the form does not know
 * is kept.
 */
export function buildForm(sections, content, { level, changed, beside = () => undefined }) {
  const controls = [];
  const parts = [];
  const element = el('div', { class: 'st-form' }, sections.map((section) => {
    const title = section.title && heading(level, section.title, { class: 'st-section-title', id: uniqueId('section'), tabindex: '-1' });
    const own = section.fields.map((spec) => field(spec, content?.[spec.name]));
    controls.push(...own);
    parts.push({ title: section.title, heading: title, controls: own });
    return el('section', { class: 'st-section', 'aria-labelledby': title?.id }, title, section.help && el('p', { class: 'st-help' }, section.help),
      own.map((one) => one.element));
  }));

  /**
   * A control of the form; `beside(spec, put)` may add something below it, which puts another value in its place, as often
   * as it is asked to. `held` is the form's own name for the control, whatever stands in its place by now.
   */
  function field(spec, value, held) {
    const made = { name: spec.name, spec, ...control(spec, value, spec.name, changed) };
    const holder = held ?? made;
    const aside = beside(spec, (other) => {
      Object.assign(holder, replaced(holder, field(spec, other(holder.read()), holder)));
      changed();
    });
    made.element.append(...[aside].flat().filter(Boolean));
    return made;
  }
  const known = new Set(controls.map((one) => one.name));
  const others = Object.entries(content ?? {}).filter(([name]) => !known.has(name));
  return {
    element,
    /** The sections: title, heading, and the controls with their specs. */
    parts,
    read: () => Object.fromEntries([...others, ...controls.map((one) => [one.name, one.read()])].filter(([, value]) => value !== undefined)),
    /** Fills one field in for the person, where that kind of field can. */
    set(name, value) {
      const field = controls.find((one) => one.name === name);
      field.set(value);
      hush(field.element, 'error');
    },
    /** Shows messages of one kind, each `{field, message}`, instead of those shown before. */
    mark(kind, messages) {
      hush(element, kind);
      messages.forEach(({ field, message }) => {
        const found = find(element, field);
        if (found) {
          say(found, kind, message);
        }
      });
    },
    fieldOf: (name) => find(element, name),
    goTo: (name) => reveal(find(element, name)),
    labelOf: (name) => labelOf(find(element, name)),
  };
}

function replaced(before, now) {
  before.element.replaceWith(now.element);
  inputOf(now.element)?.focus();
  return now;
}

/** A summary of messages; each line leads to its field. */
export function summary(form, { tone, title, messages }) {
  return panel(tone, title, el('ul', {}, messages.map(({ field, message }) => {
    const label = form.labelOf(field);
    return el('li', {}, label ? button(label, () => form.goTo(field), 'st-button-link') : undefined, label ? `: ${message}` : message);
  })));
}

/** The nearest field for a name such as `plans[0].when`, `plans.0.when` or `plans`. */
function find(root, name) {
  const steps = String(name ?? '').replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean);
  for (; steps.length; steps.pop()) {
    const found = root.querySelector(`[data-field="${CSS.escape(steps.join('.'))}"]`);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function reveal(field) {
  if (field) {
    inputOf(field)?.focus({ preventScroll: true });
    field.scrollIntoView({ block: 'start' });
  }
}

function labelOf(field) {
  const label = field?.querySelector('label, legend');
  return label && [...label.childNodes].filter((node) => !node.classList?.contains('st-required')).map((node) => node.textContent).join('').trim();
}
