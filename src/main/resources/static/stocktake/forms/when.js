/** A moment as it is shown where there is room for two lines: in the cycle's zone, below it in the reader's where clocks differ. */
import { deadline, deadlineHere } from './dates.js';
import { el } from './dom.js';

/** A plain date means the last instant of that day in `zone`. */
export function when(value, zone) {
  const here = deadlineHere(value, zone);
  return [deadline(value, zone), here && el('span', { class: 'st-help' }, `Where you are: ${here}`)];
}
