/** Everything held about somebody is looked through once their page is shown, since that takes a while in a large plan. */
import { get } from './api.js';
import { button, el, panel } from './dom.js';

const held = document.querySelector('[data-held]');
const named = document.querySelector('[data-named]');

async function fill(place, address, drawn, then = () => {}) {
  try {
    place.replaceChildren(...drawn(await get(address)));
    then();
  } catch (problem) {
    place.replaceChildren(panel('error', 'This could not be loaded', el('p', {}, problem.message),
      el('p', { class: 'st-buttons' }, button('Try again', () => fill(place, address, drawn, then)))));
  }
}

function table(entries, first, caption) {
  return el('div', { class: 'st-wide-table' }, el('table', { class: 'st-cards' }, caption && el('caption', {}, caption),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, first), el('th', { scope: 'col' }, 'Entries'))),
    el('tbody', {}, entries.map(({ what, count }) => el('tr', {}, el('td', {}, what), el('td', {}, count.toLocaleString('en-GB')))))));
}

fill(held, held.dataset.held, (entries) => [entries.length ? table(entries, 'What') : el('p', {}, 'Nothing.')]);

// nobody can say that they have looked at what goes before it is there
if (named) {
  fill(named, named.dataset.named, ({ blanked, kept }) => [
    blanked.length && table(blanked, 'Where', 'Where else name or address is blanked'),
    kept.length && table(kept, 'Where', 'Submitted, sealed or sent texts that name the person, and stay as they are'),
  ].filter(Boolean), () => ['#confirmed', '#erasing'].forEach((one) => { document.querySelector(one).disabled = false; }));
}
