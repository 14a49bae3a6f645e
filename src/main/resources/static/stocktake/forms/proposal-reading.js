/** A proposal for those who act on it: what is proposed, and what was done about it. */
import { clock, day } from './dates.js';
import { el, heading, panel, paragraphs } from './dom.js';
import { fieldsOf } from './proposal-fields.js';

/** The whole of it, to stand above the fields of an act. */
export function reading(view, level) {
  return [
    el('p', {}, `Proposed by ${view.from}${view.number > 1 ? `, sent ${view.number} times` : ''}. `,
      el('a', { href: `/desk/proposals/${view.id}`, target: '_blank', rel: 'noopener' }, 'Its whole history')),
    el('dl', { class: 'st-read-rows' }, fieldsOf(view.choices).filter(({ name }) => view.sent[name]).map((spec) => el('div', {}, el('dt', {}, spec.label), el('dd', {}, ...words(spec, view.sent[spec.name]))))),
    ...said(view, level),
  ];
}

/** Comments and advice, the last last. */
function said(view, level) {
  const told = view.steps.filter((step) => step.words);
  return told.length ? [heading(level, 'What was said', { class: 'st-section-title' }),
    ...told.map((step) => panel('note', `${step.by} ${step.what}, ${clock(step.at)}`, ...paragraphs(step.words)))] : [];
}

function words(spec, value) {
  return value === true ? ['yes'] : spec.options ? [spec.options[value] ?? value] : paragraphs(value);
}

/** The day by which the advice is wanted. */
export const dueBy = (view) => (view.adviceDue ? `The advice is due by the end of ${day(view.adviceDue)} (UTC).` : '');
