/** What the forms of a meeting have in common: where it stands, in words, and what follows from it. */
import { get, path } from './api.js';
import { day } from './dates.js';
import { el } from './dom.js';

/** What a meeting that is postponed or dropped leaves waiting; nothing else waits for it. */
const WAITING = {
  ISOM: 'Requests, gathering and report go on without it.',
  SOM1: 'Requests, gathering and report go on without it.',
  SOM2: 'Gathering and report go on; the changes that senior officials ask for are taken in once SOM2 is recorded.',
  ASEMME: 'Gathering and report go on; the adoption is recorded once the ASEMME is.',
};

/** What may go on once a meeting is recorded. */
const AFTER = {
  ISOM: 'Nothing else waits for it, except the end of the cycle.',
  SOM1: 'Nothing else waits for it, except the end of the cycle.',
  SOM2: 'Then the changes that senior officials asked for can be taken into the report.',
  ASEMME: 'Then the adoption can be recorded.',
};

/** The meeting a task is about: `{title, zone, meeting, minutes}`. */
export const meetingOf = (cycle, kind) => get(path`/api/cycles/${cycle}/meetings/${kind}`);

/** 'SOM1 of From Malta to Seoul (ASEMME10). Planned for Monday 4 June 2029, Malta, hosted by Malta.' */
export function introOf({ title, meeting }, cycle) {
  return el('p', {}, `${meeting.kind} of ${title} (${cycle}). ${planned(meeting)}.`);
}

export function planned({ planned: date, place, virtual, host }) {
  return [date ? `Planned for ${day(date)}` : 'No date is planned yet', virtual ? 'online' : place, host && `hosted by ${host}`].filter(Boolean).join(', ');
}

export const waiting = (kind) => WAITING[kind];

export const after = (kind) => AFTER[kind];

/** 'SOM2 (ASEMME9), held on Monday 21 January 2030' for the minutes of an earlier meeting. */
export function minutesOf({ kind, cycle, held }) {
  return `${kind} (${cycle}), held on ${day(held)}`;
}
