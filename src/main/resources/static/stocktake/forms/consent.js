/** Somebody shown or quoted in a submitted update no longer agrees: its coordinators or the secretariat say so. */
import { get, path, post } from './api.js';
import { attempt, confirm } from './asking.js';
import { clock } from './dates.js';
import { button, el } from './dom.js';

/** A part of the update's page: empty where nothing was agreed to. */
export async function consents({ update, host, again }) {
  const place = path`/api/updates/${update.cycle}/${update.initiative}/withdrawn-consents`;
  if (!update.revision) {
    return [];
  }
  const { items, withdrawn } = await get(place);
  const notice = el('div', { class: 'st-asked' });
  const withdraw = async ({ item, name }) => {
    if (await confirm(notice, `Take “${name}” out for good?`, 'Yes, take it out', el('p', {}, 'Its file is deleted and nothing of it is printed from now on. Reports that were sealed before keep what they have: tell the secretariat.'))
      && await attempt({ notice, host }, () => post(place, { item }))) {
      host.setStatus('It is taken out.', 'done');
      await again();
    }
  };
  return items.length || withdrawn.length ? [el('details', { class: 'st-plan' }, el('summary', {}, 'Does somebody shown or quoted no longer agree?'), notice,
    el('ul', {}, items.map((one) => {
      const act = button('They no longer agree', () => withdraw(one), 'st-button-light');
      act.setAttribute('aria-label', `They no longer agree: ${one.name}`);
      return el('li', {}, el('p', {}, one.name), el('p', { class: 'st-buttons' }, act));
    })),
    withdrawn.length > 0 && el('ul', {}, withdrawn.map(({ name, at, by }) => el('li', {}, `“${name}” was taken out by ${by}, ${clock(at)}.`))))] : [];
}
