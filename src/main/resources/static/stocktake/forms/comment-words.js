/** A commenter's words that came too late: whoever handed the comments in has ended the round. */
import { keep } from './keep.js';
import { keptWords } from './kept-words.js';

const BEGINNING = 'stocktake.';
const ENDING = '.comments';
const COPY = /~[^~.]*$/;
const TOLD = 'The comments were handed in before these words reached the server: they are not among them. Send them to the secretariat if they still matter.';

const stem = (me) => `unsaved.${me.userId}.`;

/** Under which key this browser keeps what a person writes until the server has it. */
export const keyOf = (me, cycle) => stem(me) + cycle + ENDING;

/** The cycles on which this browser keeps comments of a person. */
export function cyclesOf(me) {
  const beginning = BEGINNING + stem(me);
  const kept = Object.keys(localStorage).map((key) => key.replace(COPY, '')).filter((key) => key.startsWith(beginning) && key.endsWith(ENDING))
    .map((key) => key.slice(beginning.length, -ENDING.length));
  return [...new Set(kept)];
}

/** A panel with the words kept here that a closed round does not have, or nothing where there are none. */
export function lateWords({ me, cycle, round }) {
  const kept = keep(keyOf(me, cycle));
  const [left] = kept.copies();
  const late = (left?.content?.comments ?? []).filter((mine) => mine.text?.trim() && !has(round, mine));
  return !round.open && late.length ? keptWords({
    title: `Not handed in: your comments on ${cycle}`, told: TOLD, at: left.at, forget: () => kept.drop(left),
    words: late.map(({ about, text }) => `${titleOf(round, about)}:\n${text.trim()}`).join('\n\n'),
  }) : undefined;
}

/** What the server has of a person was handed in with the rest. */
function has({ draft }, { about, text }) {
  return (draft.content.comments ?? []).some((saved) => (saved.about ?? '') === (about ?? '') && saved.text?.trim() === text.trim());
}

function titleOf({ parts }, about) {
  return parts.find(({ id }) => id === about)?.title ?? (about || 'The report in general');
}
