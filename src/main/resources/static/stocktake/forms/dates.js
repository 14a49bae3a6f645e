/** Dates and times as people read them: with weekday and zone, in the reader's own zone too where that differs. */

const LANGUAGE = 'en-GB';
const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** 'Friday 15 September 2023' for '2023-09-15'. */
export function day(date) {
  return isDate(date) ? format(new Date(`${date}T12:00:00Z`), 'UTC', LONG) : String(date ?? '');
}

/** '14:02:07' today, '20 November 2026 at 14:02:07' on another day; in the reader's zone. */
export function clock(instant) {
  const time = new Date(instant);
  const hours = format(time, readerZone(), { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return time.toDateString() === new Date().toDateString() ? hours
    : `${format(time, readerZone(), { day: 'numeric', month: 'long', year: 'numeric' })} at ${hours}`;
}

/** 'Monday 15 March 2027, 23:59 (Europe/Rome, CET)'; a plain date means the last instant of that day in `zone`. */
export function deadline(value, zone) {
  return inZone(instantOf(value, zone), zone);
}

/** The same instant in the reader's zone, or nothing where clocks there show the same. */
export function deadlineHere(value, zone) {
  const instant = instantOf(value, zone);
  return offset(instant, zone) === offset(instant, readerZone()) ? undefined : inZone(instant, readerZone());
}

/** The instant a date or an instant means. */
export function instantOf(value, zone) {
  if (!isDate(value)) {
    return new Date(value);
  }
  const wall = Date.parse(`${value}T23:59:59.999Z`);
  const guess = new Date(wall - offset(new Date(wall), zone));
  return new Date(wall - offset(guess, zone));
}

/** The zones this browser knows, the reader's own first. */
export function zones() {
  const all = Intl.supportedValuesOf ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([readerZone(), ...all])];
}

function inZone(instant, zone) {
  const name = new Intl.DateTimeFormat(LANGUAGE, { timeZone: zone, timeZoneName: 'short' }).formatToParts(instant)
    .find((part) => part.type === 'timeZoneName').value;
  const time = format(instant, zone, { hour: '2-digit', minute: '2-digit' });
  return `${format(instant, zone, LONG)}, ${time} (${zone}, ${name})`;
}

function format(instant, timeZone, options) {
  return new Intl.DateTimeFormat(LANGUAGE, { timeZone, ...options }).format(instant).replace(/^(\w+day),/, '$1');
}

/** Milliseconds that clocks in `zone` are ahead of UTC at that instant. */
function offset(instant, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

function isDate(value) {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}
