/** Where the writer stands: the sections of the form, what each still wants, and a way to each of them. */
import { button, el } from './dom.js';

/** A list of the form's sections; `look()` counts again. */
export function sectionsBar(form) {
  const told = el('p', { class: 'st-progress-told', role: 'status' });
  const entries = form.parts.filter((part) => part.heading).map((part) => {
    const state = el('span', { class: 'st-progress-state' });
    const jump = button(part.title, () => {
      part.heading.focus({ preventScroll: true });
      part.heading.scrollIntoView({ block: 'start' });
    }, 'st-button-link');
    return { part, state, element: el('li', {}, jump, ' ', state) };
  });
  const look = () => {
    const content = form.read();
    const states = entries.map(({ part }) => stateOf(part, content));
    entries.forEach((entry, index) => tell(entry, states[index]));
    const done = states.filter((one) => !one.missing && !one.optional).length;
    const wanted = states.filter((one) => !one.optional).length;
    say(told, done === wanted ? 'Everything that is required is answered.' : `${done} of ${wanted} required sections are complete.`);
  };
  look();
  return { element: el('nav', { class: 'st-progress', 'aria-label': 'Sections of the form' }, told, el('ol', {}, entries.map((entry) => entry.element))), look };
}

function stateOf({ controls }, content) {
  const missing = controls.map(({ spec, read }) => missingIn(spec, read(), content)).reduce((sum, one) => sum + one, 0);
  return { missing, locked: controls.every(({ spec }) => spec.kind === 'locked'), optional: !controls.some(({ spec }) => spec.required || spec.kind === 'common'), filled: controls.some(({ read }) => read() !== undefined) };
}

/** How many answers a field still wants; the server has the last word. */
function missingIn(spec, value, content) {
  if (spec.kind === 'common') {
    return spec.sections.flatMap((section) => section.fields).reduce((sum, one) => sum + missingIn(one, spec.text.content[one.name], spec.text.content), 0);
  }
  if (!spec.required) {
    return 0;
  }
  if (spec.kind === 'commitments') {
    return spec.said.filter(({ position }) => {
      const answer = (value ?? []).find((one) => one.position === position);
      return !answer?.outcome || (spec.explained && !answer.sentence);
    }).length;
  }
  if (spec.name === 'plans') {
    return content.continuation === 'concluded' || (value ?? []).some((row) => row.activity) ? 0 : 1;
  }
  return value === undefined ? 1 : 0;
}

function tell({ state, element }, { missing, locked, optional, filled }) {
  const word = locked ? 'done' : missing ? 'open' : optional && !filled ? 'empty' : 'done';
  element.dataset.progress = word;
  say(state, { open: `${missing} to answer`, empty: 'Optional', done: locked ? 'Locked, as submitted' : optional ? 'Begun' : 'Complete' }[word]);
}

/** Only what changes is written: a status is read out whenever it is. */
function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
