/** Mails to come, one row each: when where, to whom, about what, why, and what keeps them back. */
import { day } from './dates.js';
import { el } from './dom.js';
import { reminderWords } from './ladders.js';

const KINDS = {
  confirm: 'confirmation of the contact', request: 'request', inform: 'for their information', returned: 'returned update', 'date-moved': 'moved date', accepted: 'acceptance',
  adopted: 'adopted work plan', round: 'comment round', 'round-reminder': 'reminder of a comment round', 'round-answers': 'answers to comments', 'round-prolonged': 'changed comment round', 'round-called-off': 'changed comment round', 'round-changed': 'changed comment round',
  'no-objection': 'no-objection round', 'no-objection-reminder': 'reminder of a no-objection round', 'no-objection-changed': 'changed no-objection round', position: 'answer in a no-objection round', proposal: 'proposal', 'proposal-invitation': 'invitation to propose', 'advice-reminder': 'reminder of the advice on a proposal',
  digest: 'digest of tasks', sample: 'sample for the secretariat', escalation: 'escalation', published: 'publication', alert: 'alert', slot: 'slot at a meeting', host: 'step of a host', chapter: 'commissioned chapter', contribution: 'invitation to contribute', 'contribution-returned': 'returned contribution',
};

/** What keeps a mail back, as the server names it. */
export const STOPS = {
  held: 'Held', 'not-receiving': 'Mail does not reach them', unwanted: 'Receives no mail', sent: 'Sent already', 'spoken-for': 'A later one was sent', submitted: 'Submitted',
  settled: 'Settled', 'too-soon': 'Within a week of the request', 'after-the-freeze': 'After the end of gathering',
};

const FEW = 4;

/** 'Sat 28 Nov 2026, 09:00 (Asia/Seoul)' */
export function when(instant, timeZone) {
  return `${write(instant, timeZone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })} (${timeZone})`;
}

/** The moment where the addressee is, and in the cycle's zone where that is another time. */
export function moments(instant, theirs, ours) {
  const here = when(instant, ours);
  const there = when(instant, theirs);
  return [el('time', { datetime: instant }, there), here.split(' (')[0] !== there.split(' (')[0] && el('span', { class: 'st-help' }, here)];
}

/** 'reminder, 7 days before the deadline' */
export function reason({ kind, rung }) {
  return rung === null || rung === undefined || kind === 'advice-reminder' ? KINDS[kind] ?? kind : reminderWords({ kind, rung });
}

/** Each reason once, with what it is about where there are several. */
export function why(lines) {
  const reasons = [...new Set(lines.map(reason))];
  return reasons.length === 1 ? reasons[0] : reasons.map((one) => `${one}: ${shorten(lines.filter((line) => reason(line) === one).map((line) => line.initiative).filter(Boolean))}`).join('; ');
}

/** 'A01-I01, A01-I02 and 3 more' */
export function shorten(initiatives) {
  const once = [...new Set(initiatives)];
  return once.length <= FEW + 1 ? once.join(', ') : `${once.slice(0, FEW).join(', ')} and ${once.length - FEW} more`;
}

/** What keeps the mail back, or what would. */
export function stopped({ stop, because, lines, mail }) {
  const some = [...new Set(lines.map((line) => line.stop).filter(Boolean))];
  if (stop) {
    return [el('span', { class: 'st-state', 'data-state': 'stopped' }, STOPS[stop] ?? stop), because && el('span', { class: 'st-help' }, because)];
  }
  return [el('span', { class: 'st-state', 'data-state': 'coming' }, mail ? 'On its way' : 'To be mailed'),
    some.length > 0 && el('span', { class: 'st-help' }, some.map((one) => `${STOPS[one]}: ${shorten(lines.filter((line) => line.stop === one).map((line) => line.initiative))}`).join('; '))];
}

/** The cells of a row; `zone` is the cycle's. */
export function cells(mail, zone) {
  const days = [...new Set(mail.lines.map((line) => line.day).filter(Boolean))];
  return [
    moments(mail.at, mail.zone, zone),
    [el('strong', {}, mail.name), el('span', { class: 'st-help' }, `${mail.parties && `${mail.parties}, `}${mail.email}, ${mail.language}`)],
    shorten(mail.lines.map((line) => line.initiative).filter(Boolean)),
    [why(mail.lines), days.length === 1 && Number.isInteger(mail.lines[0].rung) && el('span', { class: 'st-help' }, `of ${day(days[0])}`)],
    stopped(mail),
  ];
}

export const HEADS = ['When', 'To', 'Initiatives', 'Why', 'State'];

/** A plain table of them, for previews. */
export function mailTable(mails, zone, caption) {
  return el('table', { class: 'st-mails' }, caption && el('caption', {}, caption),
    el('thead', {}, el('tr', {}, HEADS.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, mails.map((mail) => el('tr', {}, cells(mail, zone).map((cell) => el('td', {}, cell))))));
}

function write(instant, timeZone, options) {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(instant));
}
