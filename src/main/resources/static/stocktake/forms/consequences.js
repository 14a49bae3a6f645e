/** What follows from moving a date, as the server foresees it: dates, tasks, reminders, and who is told. */
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

/** All of it in one panel, what needs thought first. Days are those of `zone`. */
export function consequencesPanel(title, zone, { dates, tasks, reminders, told, warnings }) {
  const ending = (date) => (date ? when(date, zone) : 'no day');
  return panel('note', title,
    warnings.length > 0 && panel('warning', 'Please check', list(warnings)),
    table('What moves', ['Date', 'From', 'To'], dates.filter((one) => !one.stays), (one) => [dateName(one.date), dateWords(one.date, one.from, zone), dateWords(one.date, one.to, zone)]),
    stays(dates.filter((one) => one.stays)),
    told.length === 0 ? el('p', {}, el('strong', {}, 'Nobody gets a mail about it.'), ' Only coordinators who were asked already and whose own day changes are told.')
      : el('details', { open: told.length < 6 }, el('summary', {}, `Who is told: ${told.length} ${told.length === 1 ? 'person' : 'people'}, one mail each`),
        table(undefined, ['Person', 'Initiatives', 'When'], told, (one) => [`${one.name} <${one.email}>`, one.initiatives.join(', '), one.withReminder ? 'with the reminder later that day' : 'at\u00a0once'])),
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

/** The same for the new day of a meeting that another form is about; only warnings where the day stays. */
export async function following(cycle, { zone, meeting: { kind, planned } }, to) {
  if (!to) {
    return undefined;
  }
  try {
    if (to === planned) {
      const warnings = await get(`${path`/api/cycles/${cycle}/dates/${kind}/warnings`}?${new URLSearchParams({ on: to })}`);
      return warnings.length > 0 && panel('warning', 'Please check', list(warnings));
    }
    return consequencesPanel('What follows from the new day', zone, await foresee(cycle, kind, { to }));
  } catch (problem) {
    return el('p', {}, `What follows from the new day cannot be shown: ${problem.problems?.[0]?.message ?? problem.message}`);
  }
}
