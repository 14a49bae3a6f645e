/** What stands on the dashboard, in the words of those who run the cycle. */
import { instantOf, readerZone, sameClock } from '../forms/dates.js';
import { el } from '../forms/dom.js';

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };

export const CYCLES = { opened: 'Opened, requests not sent yet', gathering: 'Gathering updates', closed: 'Gathering closed', published: 'Report published', ended: 'Closed' };

export const MEETINGS = { planned: 'Planned', confirmed: 'Confirmed', held: 'Held', dropped: 'Dropped' };

const STEPS = {
  asked: () => 'Asked', reminded: () => 'Reminded', 'draft-saved': () => 'Draft saved', submitted: (version) => `Version ${version} submitted`,
  returned: (version) => `Version ${version} returned`, accepted: (version) => `Version ${version} accepted`,
  'no-update-received': () => 'Closed without update', 'draft-not-submitted': () => 'Draft left out',
};

/** 'Version 2 returned'. */
export const step = ({ step: name, version }) => STEPS[name]?.(version) ?? name;

/** 'Tue 22 Dec 2026' for '2026-12-22'. */
export function shortDay(date) {
  return write(new Date(`${date}T12:00:00Z`), { timeZone: 'UTC', ...DAY });
}

/** 'Tue 22 Dec 2026, 14:02 CET'; a plain date means the last instant of that day in `timeZone`. */
export function moment(value, timeZone) {
  return write(instantOf(value, timeZone), { timeZone, ...DAY, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
}

/** The same, and below it what the reader's clock shows then, where that differs. */
export function moments(value, timeZone) {
  return [el('time', { datetime: value }, moment(value, timeZone)), !sameClock(instantOf(value, timeZone), timeZone)
    && el('span', { class: 'st-help st-here' }, moment(instantOf(value, timeZone), readerZone()))];
}

/** 'Tue 22 Dec 2026', the day of a moment in `timeZone`. */
export function shortDayOf(instant, timeZone) {
  return write(new Date(instant), { timeZone, ...DAY });
}

/** '14:02', of a moment in `timeZone`. */
export function clockTime(instant, timeZone) {
  return write(new Date(instant), { timeZone, hour: '2-digit', minute: '2-digit' });
}

function write(instant, options) {
  return new Intl.DateTimeFormat('en-GB', options).format(instant).replace(/^(\w+),/, '$1');
}
