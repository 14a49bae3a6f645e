/** Time at a meeting: what the coordinators of an initiative have asked for, and the question. */
import { get, path, post } from './api.js';
import { attempt } from './asking.js';
import { clock, day } from './dates.js';
import { button, el, panel } from './dom.js';
import { keptForm } from './kept-form.js';

/** A part of the update's form: empty where nothing was asked and nothing can be. `me` may be left out where nothing is asked. */
export async function askSlot({ update, me, host, again }) {
  const place = path`/api/cycles/${update.cycle}/slots/${update.initiative}`;
  const { slots, meetings } = await get(place);
  const asks = me && meetings.length > 0;
  const notice = el('div', { class: 'st-asked' });
  const asked = slots.filter((slot) => slot.state !== 'withdrawn').map((slot) => answer(slot, { place, asks, host, again, notice }));
  return [...asked, ...asks ? [question({ place, meetings, me, host, again, notice })] : asked.length ? [notice] : []];
}

function answer({ id, meeting, title, minutes, state, givenMinutes, at, because, askedAt, askedBy }, { place, asks, host, again, notice }) {
  if (state === 'given') {
    return panel('done', undefined, el('p', {}, `You have ${givenMinutes} minutes at ${meeting} for “${title}”: ${at}.`));
  }
  if (state === 'refused') {
    return panel('warning', undefined, el('p', {}, `The secretariat cannot give you time at ${meeting} for “${title}”: ${because}`));
  }
  const withdraw = async () => {
    if (await attempt({ notice, host }, () => post(`${place}/${id}/withdrawal`))) {
      host.setStatus(`You ask for no time at ${meeting} any more.`);
      await again();
    }
  };
  return panel('note', undefined, el('p', {}, `${askedBy} has asked for ${minutes} minutes at ${meeting} for “${title}” (${clock(askedAt)}). The secretariat has not answered yet.`),
    asks && el('p', { class: 'st-buttons' }, button(`Withdraw the question for ${meeting}`, withdraw)));
}

function question({ place, meetings, me, host, again, notice }) {
  const options = Object.fromEntries(meetings.map(({ kind, day: first }) => [kind, first ? `${kind}, ${day(first)}` : kind]));
  const form = keptForm(`ask-slot.${me.userId}.${place}`, [{
    fields: [
      { name: 'meeting', kind: 'choice', required: true, label: 'At which meeting', options },
      { name: 'title', kind: 'line', required: true, label: 'What it is called', help: 'As it would stand on the agenda' },
      { name: 'minutes', kind: 'line', type: 'number', width: 'short', required: true, label: 'Minutes', help: 'How long you want to speak' },
      { name: 'purpose', kind: 'text', rows: 4, required: true, label: 'What for', help: 'The secretariat reads it' },
    ],
  }], {}, { level: host.level + 1 });
  const send = async () => {
    const said = form.read();
    const minutes = /^\d+$/.test(said.minutes ?? '') ? Number(said.minutes) : undefined;
    if (await attempt({ form, notice, host }, () => post(place, { ...said, minutes }))) {
      form.forget();
      host.setStatus('Your question is with the secretariat. You are told the answer by mail.');
      await again();
    }
  };
  return el('details', { class: 'st-plan', open: form.begun }, el('summary', {}, 'Do you want to speak at a meeting?'),
    el('p', {}, 'Ask the secretariat for a slot.'), notice, form.element,
    el('p', { class: 'st-buttons' }, button('Ask for a slot', send)));
}
