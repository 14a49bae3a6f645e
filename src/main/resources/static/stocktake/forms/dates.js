/** Dates and times as people read them: with weekday and zone, in the reader's own zone too where that differs. */

const LANGUAGE = 'en-GB';
const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
/** Where the reader's clock is. */
export const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** 'Friday 15 September 2023' for '2023-09-15'. */
export function day(date) {
  return isDate(date) ? format(new Date(`${date}T12:00:00Z`), 'UTC', LONG) : String(date ?? '');
}

/** '14:02:07' today, 'Friday 20 November 2026 at 14:02:07 (Europe/Rome, CET)' on another day; in the reader's zone. */
export function clock(instant) {
  const time = new Date(instant);
  const zone = readerZone();
  const hours = format(time, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return time.toDateString() === new Date().toDateString() ? hours
    : `${format(time, zone, LONG)} at ${hours} (${zone}, ${abbreviation(time, zone)})`;
}

/** 'Monday 15 March 2027, 23:59 (Europe/Rome, CET)'; a plain date means the last instant of that day in `zone`. */
export function deadline(value, zone) {
  return inZone(instantOf(value, zone), zone);
}

/** The same instant in the reader's zone, or nothing where clocks there show the same. */
export function deadlineHere(value, zone) {
  const instant = instantOf(value, zone);
  return sameClock(instant, zone) ? undefined : inZone(instant, readerZone());
}

/** Whether the reader's clock shows what clocks in `zone` show at that instant. */
export function sameClock(instant, zone) {
  return offset(instant, zone) === offset(instant, readerZone());
}

/** Both in one sentence: 'Monday 15 March 2027, 23:59 (Europe/Rome, CET); where you are Tuesday 16 March 2027, 07:59 (Asia/Seoul, GMT+9)'. */
export function deadlines(value, zone) {
  const here = deadlineHere(value, zone);
  return here ? `${deadline(value, zone)}; where you are ${here}` : deadline(value, zone);
}

/** The instant of a time of day, such as '09:00', in `zone`. */
export function instantAt(date, time, zone) {
  return onWall(Date.parse(`${date}T${time}:00Z`), zone);
}

/** The instant a date or an instant means. */
export function instantOf(value, zone) {
  if (!isDate(value)) {
    return new Date(value);
  }
  return onWall(Date.parse(`${value}T23:59:59.999Z`), zone);
}

/** The zones this browser knows, the reader's own first. */
export function zones() {
  const all = Intl.supportedValuesOf ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([readerZone(), ...all])];
}

/** The instant at which clocks in `zone` show what clocks in UTC show at `wall`. */
function onWall(wall, zone) {
  const guess = new Date(wall - offset(new Date(wall), zone));
  return new Date(wall - offset(guess, zone));
}

function inZone(instant, zone) {
  const time = format(instant, zone, { hour: '2-digit', minute: '2-digit' });
  return `${format(instant, zone, LONG)}, ${time} (${zone}, ${abbreviation(instant, zone)})`;
}

function abbreviation(instant, zone) {
  return new Intl.DateTimeFormat(LANGUAGE, { timeZone: zone, timeZoneName: 'short' }).formatToParts(instant)
    .find((part) => part.type === 'timeZoneName').value;
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
