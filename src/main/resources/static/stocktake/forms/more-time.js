/** The coordinator's question for more time, and what became of it. */
import { get, path, post } from './api.js';
import { attempt } from './asking.js';
import { clock, day } from './dates.js';
import { button, el, panel } from './dom.js';
import { keptForm } from './kept-form.js';

/** A part of the update's form: empty where nothing can be asked and nothing was said. */
export async function moreTime({ update, me, host, again }) {
  const place = path`/api/updates/${update.cycle}/${update.initiative}/extension`;
  const { said, mayAsk, zone } = await get(place);
  return [said && answer(said), mayAsk && question({ place, zone, me, host, again })].filter(Boolean);
}

function answer({ askedFor, askedAt, askedBy, outcome, until, answer: words }) {
  if (!outcome) {
    return panel('note', undefined, el('p', {}, `${askedBy} has asked for more time, until the end of ${day(askedFor)} (${clock(askedAt)}). The secretariat has not answered yet: until then the day stays.`));
  }
  if (outcome === 'granted') {
    return panel('note', undefined, el('p', {}, `The secretariat has given you more time: until the end of ${day(until)}.`));
  }
  return outcome === 'refused' && panel('warning', undefined, el('p', {}, `The secretariat cannot give you more time until ${day(askedFor)}: ${words}`));
}

function question({ place, zone, me, host, again }) {
  const notice = el('div', { class: 'st-asked' });
  const form = keptForm(`more-time.${me.userId}.${place}`, [{
    fields: [
      { name: 'until', kind: 'date', required: true, label: 'Until which day', help: `The end of that day counts in ${zone}` },
      { name: 'reason', kind: 'line', required: true, label: 'Why', help: 'The secretariat reads it' },
    ],
  }], {}, { level: host.level + 1 });
  const send = async () => {
    if (await attempt({ form, notice, host }, () => post(`${place}/question`, form.read()))) {
      form.forget();
      host.setStatus('Your question is with the secretariat. You are told the answer by mail; what you write here is saved meanwhile.');
      await again();
    }
  };
  return el('details', { class: 'st-plan', open: form.begun }, el('summary', {}, 'Do you need more time?'),
    el('p', {}, 'Ask the secretariat. Until you have the answer, the day stays as it is.'), notice, form.element,
    el('p', { class: 'st-buttons' }, button('Ask for more time', send)));
}
