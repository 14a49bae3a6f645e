/** Shows stored content as text to read: for reviewers, for those who may not write, and beside another version. */
import { day } from './dates.js';
import { readDecisions } from './decisions.js';
import { readFiles } from './files.js';
import { el, heading, link, list, paragraphs } from './dom.js';

/** The sections with what was answered; `aside(spec)` may add something below each field. */
export function readingOf(sections, content, { level, aside = () => undefined }) {
  return el('div', { class: 'st-reading' }, sections.map((section) => el('section', { class: 'st-section' },
    heading(level, section.title, { class: 'st-section-title' }),
    section.fields.map((spec) => el('div', { class: 'st-answer', 'data-field': spec.name },
      heading(level + 1, spec.label, { class: 'st-answer-name' }), ...valueOf(spec, content?.[spec.name]), aside(spec))))));
}

/** One answer as elements; says so where there is none. */
export function valueOf(spec, value) {
  const shown = value === undefined || value === null || value.length === 0 ? undefined : readers[spec.kind](spec, value);
  return shown ? [shown].flat().filter(Boolean) : [el('p', { class: 'st-nothing' }, 'Nothing said')];
}

const readers = {
  decisions: readDecisions,
  files: readFiles,
  text: (spec, value) => paragraphs(value),
  line: (spec, value) => el('p', {}, spec.type === 'url' ? link(value) : value),
  date: (spec, value) => el('p', {}, day(value)),
  choice: (spec, value) => el('p', {}, spec.options[value] ?? value),
  select: (spec, value) => el('p', {}, spec.options[value] ?? value),
  check: (spec, value) => el('p', {}, value ? 'Yes' : 'No'),
  lines: (spec, value) => list(value),
  rows: (spec, value) => el('ol', { class: 'st-read-rows' }, value.map((row) => el('li', {},
    el('dl', {}, spec.columns.filter((column) => row[column.name] !== undefined && row[column.name] !== '')
      .map((column) => el('div', {}, el('dt', {}, column.label), el('dd', {}, ...valueOf(column, row[column.name])))))))),
  answers: (spec, value) => spec.asked.map(({ position, text }) => el('div', {},
    el('p', { class: 'st-question' }, text), ...(value[position] ? paragraphs(value[position]) : [el('p', { class: 'st-nothing' }, 'Nothing said')]))),
  commitments: (spec, value) => el('ol', { class: 'st-plain' }, spec.said.map((said) => {
    const answer = value.find((one) => one.position === said.position);
    return el('li', { class: 'st-said' }, el('blockquote', {}, said.text),
      el('p', {}, el('strong', {}, answer?.outcome ? spec.outcomes[answer.outcome] ?? answer.outcome : 'Nothing said'), answer?.sentence ? `: ${answer.sentence}` : ''));
  })),
  contributions: (spec, value) => el('ul', { class: 'st-plain' }, value.map((one) => el('li', { class: 'st-subgoal', 'data-objective': String(one[spec.key]).split('.')[0] },
    el('p', {}, el('strong', {}, String(one[spec.key])), ` ${spec.items.find((item) => item.number === String(one[spec.key]))?.text ?? ''}`),
    ...(one.sentence ? paragraphs(one.sentence) : [])))),
};
