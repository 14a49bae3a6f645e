/** What stands on the dashboard, in the words of those who run the cycle. */

export const CYCLES = { opened: 'Opened, requests not sent yet', gathering: 'Gathering updates', closed: 'Gathering closed', published: 'Report published' };

export const MEETINGS = { planned: 'Planned', confirmed: 'Confirmed', held: 'Held', dropped: 'Dropped' };

const STEPS = {
  asked: () => 'Asked', reminded: () => 'Reminded', 'draft-saved': () => 'Draft saved', submitted: (version) => `Version ${version} submitted`,
  returned: (version) => `Version ${version} returned`, accepted: (version) => `Version ${version} accepted`,
  'no-update-received': () => 'Closed without update', 'draft-not-submitted': () => 'Draft left out',
};

/** 'Version 2 returned'. */
export const step = ({ step: name, version }) => STEPS[name]?.(version) ?? name;

/** '22 Dec 2026' for '2026-12-22'. */
export function shortDay(date) {
  return write(new Date(`${date}T12:00:00Z`), { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
}

/** '22 Dec 2026, 14:02 CET'. */
export function moment(instant, timeZone) {
  return write(new Date(instant), { timeZone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
}

function write(instant, options) {
  return new Intl.DateTimeFormat('en-GB', options).format(instant);
}
