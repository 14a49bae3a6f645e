/** What rows of one programme say once: shown here, written in the first of them. */
import { clock } from './dates.js';
import { el } from './dom.js';
import { grouped } from './field.js';
import { readingOf } from './reading.js';

/** Nothing is read from it: the server takes the text from where it is written. */
export function common(spec, value, path) {
  const { initiative, title, content, at, cycle } = spec.text;
  const stands = at ? `As it stands there, saved ${clock(at)}:` : 'Nothing is written there yet.';
  const answered = spec.sections.map((section) => ({ ...section, fields: section.fields.filter((one) => content[one.name] !== undefined) }))
    .filter((section) => section.fields.length);
  return {
    element: grouped(spec, path,
      el('p', {}, 'This row belongs to the same programme as ', row(cycle, initiative, `${initiative} ${title}`, spec.mayOpen),
        '. What both have in common is written there and counts for both: here you are asked only for what is this row’s own. It is taken over when you submit.'),
      el('p', { class: 'st-help' }, stands),
      answered.length > 0 && el('details', { class: 'st-plan' }, el('summary', {}, 'Read it'), readingOf(answered, content, { level: 4 }))),
    read: () => undefined,
  };
}

/** The name of another row; a link for who may open it. */
function row(cycle, initiative, label, mayOpen) {
  return mayOpen ? el('a', { href: `/i/${encodeURIComponent(cycle)}/${encodeURIComponent(initiative)}`, target: '_blank' }, label) : label;
}

/** Tells the writer of the first row for which others it counts. */
export function countsFor({ alsoFor = [], mayOpenOthers }, cycle) {
  return alsoFor.length > 0 && el('p', { class: 'st-help' }, 'What you write here counts for ',
    alsoFor.flatMap((one, index) => [index > 0 && ', ', row(cycle, one, one, mayOpenOthers)]),
    ' too, which belongs to the same programme: there you are asked only for its own milestones, commitments and plans.');
}
