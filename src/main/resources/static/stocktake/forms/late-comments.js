/** On the pages about reports: shows a commenter the words that came too late, now that the task is gone. */
import { get, path, whoAmI } from './api.js';
import { cyclesOf, lateWords } from './comment-words.js';

/** Looks for words on the cycle that `place` names, else on all. */
async function show(place) {
  const me = await whoAmI();
  for (const cycle of cyclesOf(me).filter((one) => [undefined, one].includes(place.dataset.cycle))) {
    const words = lateWords({ me, cycle, round: await get(path`/api/reports/${cycle}/comments`) });
    if (words) {
      place.append(words);
    }
  }
}

const place = document.querySelector('[data-late-comments]');
if (place) {
  show(place).catch(() => {}); // the page itself needs none of it
}
