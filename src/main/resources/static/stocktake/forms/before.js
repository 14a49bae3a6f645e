/** What the initiative said in an earlier cycle, one click away at each field; taken over only when the writer says so. */
import { button, el, uniqueId } from './dom.js';
import { valueOf } from './reading.js';

/** Positions, questions and files are those of their own cycle. */
const NOT_OFFERED = ['answers', 'commitments', 'common', 'media', 'milestones'];

/** What stands beside a field: `beside(spec, put)` for {@link buildForm}. */
export function saidBefore(before) {
  return (spec, put) => {
    const value = before?.content[spec.name];
    return value === undefined || value.length === 0 || NOT_OFFERED.includes(spec.name) ? undefined : offered(spec, value, before.cycle, put);
  };
}

/** The same for somebody who only reads. */
export function readBefore(before) {
  return (spec) => {
    const value = before?.content[spec.name];
    return value === undefined || value.length === 0 || NOT_OFFERED.includes(spec.name) ? undefined : offered(spec, value, before.cycle);
  };
}

function offered(spec, value, cycle, put) {
  const shown = el('div', { class: 'st-before', id: uniqueId('before'), hidden: true }, ...valueOf(spec, value),
    put && el('p', { class: 'st-buttons' }, button(spec.kind === 'choice' ? 'Choose the same' : 'Take it over', () => put((now) => together(spec, now, value)), 'st-button-light')));
  const opener = button(`What was said in ${cycle}`, () => {
    shown.hidden = !shown.hidden;
    opener.setAttribute('aria-expanded', String(!shown.hidden));
  }, 'st-button-quiet st-before-opener');
  opener.setAttribute('aria-expanded', 'false');
  opener.setAttribute('aria-controls', shown.id);
  opener.setAttribute('aria-label', `What was said in ${cycle}: ${spec.label}`);
  return [opener, shown];
}

/** Nothing that stands in the field goes. */
function together(spec, now, value) {
  if (now === undefined || spec.kind === 'choice') {
    return value;
  }
  if (Array.isArray(value)) {
    const known = now.map((one) => JSON.stringify(spec.key ? String(one[spec.key]) : one));
    return [...now, ...value.filter((one) => !known.includes(JSON.stringify(spec.key ? String(one[spec.key]) : one)))];
  }
  return now === value ? now : `${now}\n\n${value}`;
}
