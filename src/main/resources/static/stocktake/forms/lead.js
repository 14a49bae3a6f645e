/** Who submits where several parties coordinate an initiative: said in the update's form, settled in the secretariat's. */
import { get, path, post, put } from './api.js';
import { confirm, refuse } from './asking.js';
import { deadlines } from './dates.js';
import { button, el, panel, uniqueId } from './dom.js';

const OPEN = {
  declined: (lead) => `${lead} has said that it cannot submit this update: any of those who coordinate it may.`,
  'not-reached': (lead) => `Mail does not reach ${lead}, so any of those who coordinate this initiative may submit its update.`,
  over: () => 'The deadline is over, so any of those who coordinate this initiative may submit its update.',
};

/** A part of the update's form: empty where a single party coordinates the initiative. */
export async function submitsIt({ update, host, again }) {
  const place = path`/api/updates/${update.cycle}/${update.initiative}/lead`;
  const { lead, yours, until, open } = await get(place);
  if (!lead) {
    return [];
  }
  if (open) {
    return [panel('note', undefined, el('p', {}, OPEN[open](lead)))];
  }
  if (!yours) {
    return [panel('note', undefined, el('p', {}, `Only ${lead} can submit this update until ${deadlines(until, update.zone)}; what you write is saved for them.`))];
  }
  const notice = el('div', { class: 'st-asked' });
  const decline = async () => {
    if (await confirm(notice, 'Let the others submit?', 'Yes, let them', el('p', {}, 'Then any of those who coordinate this initiative may submit its update. You may still, too.'))) {
      try {
        await post(`${place}/declining`);
        await again();
      } catch (problem) {
        refuse({ notice, host }, problem.message);
      }
    }
  };
  return [el('div', { class: 'st-assignment' }, el('p', {}, 'You submit this update for all who coordinate it.'),
    button('I cannot submit; let the others', decline, 'st-button-light')), notice];
}

/** For the secretariat: the initiatives with several coordinators, each with its lead, which can be changed at once. */
export async function leadsOf(cycle) {
  const place = path`/api/cycles/${cycle}/leads`;
  const { found, leads } = await get(place);
  if (found === 0) {
    return false;
  }
  const list = el('div', {}, leads.map((one) => choice(cycle, one)));
  return el('details', { class: 'st-plan' },
    el('summary', {}, found === 1 ? 'Who submits: one initiative has several coordinators' : `Who submits: ${found.toLocaleString('en-GB')} initiatives have several coordinators`),
    el('p', {}, 'All coordinators may write, one of them submits: the first-named, unless you choose another. Their mails say so. Once the deadline is over, or when the one cannot, any of them may.'),
    found > leads.length && finder(place, { cycle, list, shown: leads.length }),
    list);
}

/** What is too long to be shown whole is searched. */
function finder(place, { cycle, list, shown }) {
  const id = uniqueId('find');
  const said = el('p', { role: 'status', class: 'st-help', id: uniqueId('help') }, `The first ${shown} are shown: write an id, words of a title or a party to find others.`);
  const input = el('input', { id, type: 'search', maxlength: '200', autocomplete: 'off', 'aria-describedby': said.id, onchange: async () => {
    try {
      const { found, leads } = await get(`${place}?search=${encodeURIComponent(input.value)}`);
      said.textContent = found > leads.length ? `${found.toLocaleString('en-GB')} found; the first ${leads.length} are shown.` : `${found} found.`;
      list.replaceChildren(...leads.map((one) => choice(cycle, one)));
    } catch (problem) {
      said.textContent = problem.message;
    }
  } });
  return el('div', { class: 'st-field' }, el('label', { for: id }, 'Find an initiative'), said, input);
}

function choice(cycle, { initiative, title, lead, settled, declined, reached, parties }) {
  const id = uniqueId('lead');
  const said = el('p', { class: 'st-help', role: 'status', id: uniqueId('help') }, standing({ settled, declined, reached }));
  const select = el('select', { id, 'aria-describedby': said.id, onchange: async () => {
    try {
      await put(path`/api/updates/${cycle}/${initiative}/lead`, { party: Number(select.value) });
      said.textContent = 'Settled by you just now.';
    } catch (problem) {
      said.textContent = `Not settled: ${problem.message}`;
    }
  } }, parties.map((party) => el('option', { value: String(party.id) }, party.label)));
  select.value = String(lead);
  return el('div', { class: 'st-field' }, el('label', { for: id }, `${initiative} ${title}`), said, select);
}

function standing({ settled, declined, reached }) {
  const who = settled ? 'Settled by the secretariat.' : 'Proposed: the first-named.';
  return declined ? `${who} It has said that it cannot submit: any of them may.` : reached ? who : `${who} Mail does not reach it: any of them may submit.`;
}
