/** What the forms of a meeting have in common: where it stands, in words, and what follows from it. */
import { get, path } from './api.js';
import { day } from './dates.js';
import { el } from './dom.js';

const NAMES = {
  ISOM: 'Intermediate Senior Officials’ Meeting', SOM1: 'first Senior Officials’ Meeting', SOM2: 'second Senior Officials’ Meeting', ASEMME: 'meeting of the ministers',
};

/** What goes on while a meeting is postponed. */
const MEANWHILE = {
  ISOM: 'Requests, gathering and report go on without it.',
  SOM1: 'Requests, gathering and report go on without it.',
  SOM2: 'Gathering and report go on; the changes that senior officials ask for are taken in once SOM2 is recorded.',
  ASEMME: 'Gathering and report go on; the adoption is recorded once the ASEMME is.',
};

/** What goes on without a meeting that is dropped. */
const WITHOUT = {
  ISOM: 'Requests, gathering and report go on without it.',
  SOM1: 'Requests, gathering and report go on without it.',
  SOM2: 'The report goes on to the ministers without its changes.',
  ASEMME: 'The work plan can then only be recorded as not adopted.',
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

/** 'SOM1 is the first Senior Officials’ Meeting of ASEMME10, “From Malta to Seoul”. Planned for Monday 4 June 2029, Valletta, hosted by Malta.' */
export function introOf({ title, meeting }, cycle) {
  return el('p', {}, `${meeting.kind} is the ${NAMES[meeting.kind]} of ${cycle}, “${title}”. ${standing(meeting)}.`);
}

/** How a meeting is held, as a choice of a form. */
export const FORMATS = { 'in-person': 'In person', hybrid: 'Hybrid: in person, and online for others', virtual: 'Online' };

/** 'Valletta', 'Valletta and online', 'online'. */
export function whereOf({ place, format }) {
  return { virtual: 'online', hybrid: place ? `${place} and online` : 'hybrid' }[format] ?? place;
}

function standing({ planned, held, place, format, host }) {
  const when = held ? `Held on ${day(held)}` : planned ? `Planned for ${day(planned)}` : 'No day is planned yet';
  return [when, whereOf({ place, format }), host && `hosted by ${host}`].filter(Boolean).join(', ');
}

export const meanwhile = (kind) => MEANWHILE[kind];

export const without = (kind) => WITHOUT[kind];

export const after = (kind) => AFTER[kind];

/** 'SOM2 (ASEMME9), held on Monday 21 January 2030' for the minutes of an earlier meeting. */
export function minutesOf({ kind, cycle, held }) {
  return `${kind} (${cycle}), held on ${day(held)}`;
}
