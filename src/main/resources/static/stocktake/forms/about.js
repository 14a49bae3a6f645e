/** What an initiative is and where its update stands: the head of the coordinator's and the reviewer's form. */
import { clock, deadlines } from './dates.js';
import { el, heading, link, list, panel } from './dom.js';
import { STATES } from './states.js';
import { when } from './when.js';

/** The head of the form. */
export function about(update, level) {
  return el('header', { class: 'st-about' },
    el('p', { class: 'st-kicker' }, `${update.initiative} · ${update.cycleTitle} (${update.cycle})`, update.isNew && el('span', { class: 'st-new' }, 'New')),
    heading(level, update.title, { class: 'st-title' }),
    el('p', { class: 'st-help' }, `Action ${update.action.number}: ${update.action.title}`),
    el('dl', { class: 'st-facts' },
      fact('State', state(update)),
      fact('Coordinated by', update.coordinators || 'Nobody yet'),
      update.deadline && fact('Answer by', when(update.deadline, update.zone))),
    plan(update, level + 1));
}

/** Where the update stands, by word and shape. */
export function state({ state: now, settledAs }) {
  const name = now === 'settled' ? settledAs : now;
  return el('span', { class: 'st-state', 'data-state': name }, STATES[name] ?? name);
}

/** "Submitted on … by …" for a revision. */
export function submitted(revision) {
  return `Version ${revision.number}, submitted ${clock(revision.submittedAt)} by ${revision.submittedBy}${revision.late ? ', late' : ''}`;
}

/** What the writer of an overdue update has to know, or nothing. */
export function overdue({ deadline: due, freeze, zone, placeholders }) {
  return new Date(due) < new Date() && panel('warning', undefined,
    el('p', {}, `The day for this ${placeholders?.length ? 'answer' : 'update'} is over. You can still submit it until ${deadlines(freeze, zone)}; it is marked as late.`));
}

function plan({ milestones, outcomes, links, wording, placeholders }, level) {
  if (!milestones?.length && !outcomes?.length && !links?.length) {
    return undefined;
  }
  return el('details', { class: 'st-plan' }, el('summary', {}, placeholders?.length ? 'What the draft of the plan says' : 'What the Action Plan says'),
    wording === 'summary' && el('p', { class: 'st-help' }, 'A summary of the adopted text, not its wording.'),
    part(level, 'Activities and milestones', list(milestones)),
    part(level, 'Expected outcomes by 2030', list(outcomes)),
    part(level, 'Links', list(links?.map((address) => link(address)))));
}

function part(level, title, content) {
  return content && [heading(level, title, { class: 'st-answer-name' }), content];
}

function fact(name, ...values) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...values));
}
