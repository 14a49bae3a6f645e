/** What follows from moving a date, as the server foresees it: dates, tasks, reminders, and who is told. */
import { addressees } from './addressees.js';
import { path, post } from './api.js';
import { day } from './dates.js';
import { el, list, panel } from './dom.js';
import { reminderWords } from './ladders.js';

const NAMES = {
  request: 'Request date', deadline: 'Deadline', freeze: 'End of gathering (freeze)', reviews: 'End of the reviews',
  comments: 'End of the comments', papers: 'Day of the papers',
};

/** 'SOM2', 'Deadline' */
export const dateName = (date) => NAMES[date] ?? date;

export const foresee = (cycle, date, move) => post(path`/api/cycles/${cycle}/dates/${date}/preview`, move);

/** All of it in one panel, what needs thought first. `people` says who is told. */
export function consequencesPanel(title, { dates, tasks, reminders, told: addressed, warnings }, people) {
  return panel('note', title,
    warnings.length > 0 && panel('warning', 'Please check', list(warnings)),
    table('What moves', ['Date', 'From', 'To'], dates.filter((one) => !one.stays), (one) => [dateName(one.date), words(one.from), words(one.to)]),
    stays(dates.filter((one) => one.stays)),
    addressed.length > 0 ? people
      : el('p', {}, el('strong', {}, 'Nobody gets a mail about it.'), ' Only coordinators who were asked already and whose own day changes are told.'),
    reminders.length > 0 ? table('Reminders that change, as long as nobody answers', ['Reminder', 'From', 'To', 'People'], reminders,
      (one) => [reminderWords(one), one.from ? day(one.from) : 'not sent before', one.to ? day(one.to) : 'not sent any more', String(one.contacts)])
      : el('p', {}, 'No reminder changes.'),
    tasks.length > 0 ? table('Tasks that are due on another day', ['Task', 'From', 'To', 'How many'], tasks,
      (one) => [one.task, words(one.from), words(one.to), String(one.count)])
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

/** Who is told, as they are ticked. */
export const told = (consequences) => consequences.told.map((one) => ({ ...one, note: one.withReminder ? 'with the reminder later that day' : 'at once' }));

/** The same for the new day of a meeting that another form is about, with whom it leaves out; nothing where the day stays. */
export async function following(cycle, { kind, planned }, to) {
  if (!to || to === planned) {
    return undefined;
  }
  try {
    const consequences = await foresee(cycle, kind, { to });
    const people = addressees(told(consequences));
    return Object.assign(consequencesPanel('What follows from the new day', consequences, people.element), { leftOut: people.leftOut });
  } catch (problem) {
    return el('p', {}, `What follows from the new day cannot be shown: ${problem.problems?.[0]?.message ?? problem.message}`);
  }
}
