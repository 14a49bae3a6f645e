/** The two ladders of a cycle: as they are typed, sent, and foreseen. */
import { day } from './dates.js';
import { el } from './dom.js';

/** What is offered when a cycle is opened. */
export const LADDERS = { reminders: '-28, -14, -7, -1, 3, 10', freezeReminders: '-14, -3' };

export function ladderSection() {
  return {
    title: 'Reminders',
    help: 'They go out at 09:00 where the reader is, to coordinators who have not submitted, in one mail a day. Days are whole numbers with a comma between them: -7 is 7 days before, 3 is 3 days after.',
    fields: [
      { name: 'reminders', kind: 'line', label: 'Days from the deadline', help: `Usual: ${LADDERS.reminders}. None is sent in the week after the requests.` },
      { name: 'freezeReminders', kind: 'line', label: 'Days from the end of gathering (freeze)', help: `These say what the report will print otherwise. Usual: ${LADDERS.freezeReminders}; empty: none.` },
    ],
  };
}

/** Both ladders as numbers; what is no whole number stays a text. */
export function ladders(content) {
  return Object.fromEntries(Object.keys(LADDERS).map((name) => [name, (content[name] ?? '').replaceAll('−', '-').split(/[,;\s]+/)
    .filter(Boolean).map((one) => (/^[-+]?\d+$/.test(one) ? Number(one) : one))]));
}

export function ladderProblems(cycle) {
  return Object.keys(LADDERS).flatMap((field) => cycle[field].filter((one) => typeof one !== 'number').slice(0, 1)
    .map((one) => ({ field, message: `“${one}” is not a whole number of days.` })));
}

/** The reminders that a calendar would send, as long as nobody answers. */
export function foreseen(reminders) {
  return reminders.length > 0 && el('details', {}, el('summary', {}, `Reminders on ${reminders.length} ${reminders.length === 1 ? 'day' : 'days'}, as long as nobody answers`), el('table', {},
    el('thead', {}, el('tr', {}, ['Day', 'Reminder', 'People'].map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, reminders.map((one) => el('tr', {}, el('td', {}, day(one.on)), el('td', {}, reminderWords(one)), el('td', {}, String(one.contacts)))))));
}

/** '7 days before the deadline' */
export function reminderWords({ kind, rung }) {
  const from = { 'freeze-reminder': 'the end of gathering', 'returned-reminder': 'the day of a returned update' }[kind] ?? 'the deadline';
  const count = `${Math.abs(rung)} ${Math.abs(rung) === 1 ? 'day' : 'days'}`;
  return rung === 0 ? `on ${kind === 'returned-reminder' ? from : `the day of ${from}`}` : `${count} ${rung < 0 ? 'before' : 'after'} ${from}`;
}
