/** What the secretariat makes of each comment on a draft: whether it is taken in, and why not. */
import { clock } from './dates.js';
import { el, paragraphs } from './dom.js';
import { grouped } from './field.js';
import { choice, text } from './inputs.js';

const DECISIONS = { taken: 'Taken in', partly: 'Partly', 'not-taken': 'Not taken in' };

export function decisions(spec, value, path, changed) {
  const entries = spec.comments.map((comment, index) => {
    const made = (value ?? []).find((one) => one.comment === comment.id) ?? {};
    const decision = choice({ label: `Decision on comment ${index + 1}`, options: DECISIONS }, made.decision, `${path}.${index}.decision`, changed);
    const reason = text({ label: 'Reason', help: 'Needed unless it is taken in.', rows: 2 }, made.reason, `${path}.${index}.reason`, changed);
    const element = el('li', { class: 'st-said' }, ...commentOf(spec, comment), decision.element, reason.element);
    const read = () => ({ comment: comment.id, decision: decision.read(), reason: reason.read() });
    return { element, read: () => (read().decision || read().reason ? read() : undefined) };
  });
  return {
    element: grouped(spec, path, el('ol', { class: 'st-plain' }, entries.map((entry) => entry.element))),
    read() {
      const made = entries.map((entry) => entry.read()).filter(Boolean);
      return made.length ? made : undefined;
    },
  };
}

/** The decisions as text to read. */
export function readDecisions(spec, value) {
  return el('ol', { class: 'st-plain' }, value.map((made) => {
    const comment = spec.comments.find(({ id }) => id === made.comment);
    return el('li', { class: 'st-said' }, ...(comment ? commentOf(spec, comment) : []),
      el('p', {}, el('strong', {}, DECISIONS[made.decision] ?? 'Not decided'), made.reason ? `: ${made.reason}` : ''));
  }));
}

/** What was said, about what, by whom; the part leads to its place in the draft. */
function commentOf({ draft }, { part, about, text: words, by, at }) {
  return [
    el('p', { class: 'st-help' }, part ? el('a', { href: `${draft}#${encodeURIComponent(part)}`, target: '_blank', rel: 'noopener' }, about) : about, ` – ${by}, ${clock(at)}`),
    ...paragraphs(words),
  ];
}
