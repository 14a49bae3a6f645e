/** What follows from moving a date, as the server foresees it: dates, tasks, reminders, and who is told. */
import { addressees } from './addressees.js';
import { get, path, post } from './api.js';
import { day, instantAt } from './dates.js';
import { el, list, panel } from './dom.js';
import { reminderWords } from './ladders.js';
import { when } from './when.js';

const NAMES = {
  request: 'Request date', deadline: 'Deadline', freeze: 'End of gathering (freeze)', reviews: 'End of the reviews',
  comments: 'End of the comments', papers: 'Day of the papers',
};

/** 'SOM2', 'Deadline' */
export const dateName = (date) => NAMES[date] ?? date;

export const foresee = (cycle, date, move) => post(path`/api/cycles/${cycle}/dates/${date}/preview`, move);

/** A date of a cycle with the time and the zone it has: the requests go out at nine, what else is no meeting ends with its day. */
export function dateWords(date, on, zone) {
  if (!on) {
    return 'no day';
  }
  return NAMES[date] ? when(date === 'request' ? instantAt(on, '09:00', zone) : on, zone) : day(on);
}

/** All of it in one panel, what needs thought first. Days are those of `zone`; `people` says who is told, where some may be left out. */
export function consequencesPanel(title, zone, { dates, tasks, reminders, told: addressed, warnings }, people = toldPanel(addressed)) {
  const ending = (date) => (date ? when(date, zone) : 'no day');
  return panel('note', title,
    warnings.length > 0 && panel('warning', 'Please check', list(warnings)),
    table('What moves', ['Date', 'From', 'To'], dates.filter((one) => !one.stays), (one) => [dateName(one.date), dateWords(one.date, one.from, zone), dateWords(one.date, one.to, zone)]),
    stays(dates.filter((one) => one.stays)),
    addressed.length > 0 ? people
      : el('p', {}, el('strong', {}, 'Nobody gets a mail about it.'), ' Only coordinators who were asked already and whose own day changes are told.'),
    reminders.length > 0 ? table('Reminders that change, as long as nobody answers; each at 09:00 where its reader is', ['Reminder', 'From', 'To', 'People'], reminders,
      (one) => [reminderWords(one), one.from ? day(one.from) : 'not sent before', one.to ? day(one.to) : 'not sent any more', String(one.contacts)])
      : el('p', {}, 'No reminder changes.'),
    tasks.length > 0 ? table('Tasks that are due on another day', ['Task', 'From', 'To', 'How many'], tasks,
      (one) => [one.task, ending(one.from), ending(one.to), String(one.count)])
      : el('p', {}, 'No task changes its due date.'));
}

function stays(dates) {
  return dates.length > 0 && [el('p', { class: 'st-panel-title' }, 'What hangs on it and stays'),
    list(dates.map((one) => `${dateName(one.date)} (${words(one.from)}): ${one.stays}`))];
}

function table(title, heads, rows, cells) {
  return rows.length > 0 && el('table', {}, title && el('caption', {}, title),
    el('thead', {}, el('tr', {}, heads.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows.map((row) => el('tr', {}, cells(row).map((cell) => el('td', {}, cell))))));
}

const words = (date) => (date ? day(date) : 'no day');

function toldPanel(addressed) {
  return el('details', { open: addressed.length < 6 }, el('summary', {}, `Who is told: ${addressed.length} ${addressed.length === 1 ? 'person' : 'people'}, one mail each`),
    table(undefined, ['Person', 'Initiatives', 'When'], addressed, (one) => [`${one.name} <${one.email}>`, one.initiatives.join(', '), one.withReminder ? 'with the reminder later that day' : 'at\u00a0once']));
}

/** Who is told, as they are ticked. */
export const told = (consequences) => consequences.told.map((one) => ({ ...one, note: one.withReminder ? 'with the reminder later that day' : 'at once' }));

/** The same for the new day of a meeting that another form is about, with whom it leaves out; only warnings where the day stays. */
export async function following(cycle, { zone, meeting: { kind, planned } }, to) {
  if (!to) {
    return undefined;
  }
  try {
    if (to === planned) {
      const warnings = await get(`${path`/api/cycles/${cycle}/dates/${kind}/warnings`}?${new URLSearchParams({ on: to })}`);
      return warnings.length > 0 && panel('warning', 'Please check', list(warnings));
    }
    const consequences = await foresee(cycle, kind, { to });
    const people = addressees(told(consequences));
    return Object.assign(consequencesPanel('What follows from the new day', zone, consequences, people.element), { leftOut: people.leftOut });
  } catch (problem) {
    return el('p', {}, `What follows from the new day cannot be shown: ${problem.problems?.[0]?.message ?? problem.message}`);
  }
}
