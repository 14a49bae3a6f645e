/** A list of a cycle's initiatives to choose from, with a search and filters; what was chosen stays while the list changes. */
import { get, path } from './api.js';
import { button, el, uniqueId } from './dom.js';
import { STATES } from './states.js';

const SHOWN = { '': 'All', overdue: 'Late', ...STATES };
const MOST = 200;

/**
 * `chosen()` answers their ids in the order of the plan; `changed` hears of each choice. `first` is an id to search for
 * and to choose to begin with.
 */
export function initiativePicker(cycle, changed, first = '') {
  const ids = { search: uniqueId(), state: uniqueId() };
  const boxes = el('ul', { class: 'st-ticks' });
  const found = el('p', { class: 'st-help', role: 'status' });
  const chosen = new Map();
  const search = el('input', { type: 'search', id: ids.search, maxlength: '100', autocomplete: 'off', value: first, oninput: () => soon() });
  const state = el('select', { id: ids.state, onchange: () => look() }, Object.entries(SHOWN).map(([value, label]) => el('option', { value }, label)));
  let waiting;
  let last = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 250);
  };

  function say(total, shown) {
    const left = total > shown ? `; the first ${shown} are shown, search for the others` : '';
    found.textContent = `${total.toLocaleString('en-GB')} found${left}. ${chosen.size.toLocaleString('en-GB')} chosen${chosen.size && chosen.size < 9 ? `: ${[...chosen.keys()].join(', ')}` : ''}.`;
  }

  async function look() {
    const mine = ++last;
    const filter = new URLSearchParams({ search: search.value, size: String(MOST), ...(state.value === 'overdue' ? { overdue: 'true' } : state.value && { state: state.value }) });
    try {
      const { found: total, lines } = await get(`${path`/api/cockpit/cycles/${cycle}/initiatives`}?${filter}`);
      if (mine === last) {
        show(total, lines);
        mine === 1 && boxes.querySelector(`input[value="${CSS.escape(first)}"]`)?.click();
      }
    } catch (problem) {
      found.textContent = `The initiatives cannot be shown: ${problem.message}`;
    }
  }

  function show(total, lines) {
    const choose = (line, box) => {
      box.checked ? chosen.set(line.initiative, line) : chosen.delete(line.initiative);
      say(total, lines.length);
      changed();
    };
    boxes.replaceChildren(...lines.map((line) => {
      const box = el('input', { type: 'checkbox', value: line.initiative, checked: chosen.has(line.initiative), onchange: () => choose(line, box) });
      return el('li', {}, el('label', {}, box, ' ', el('strong', {}, line.initiative), ` ${line.title} · ${line.party ?? 'nobody'} · ${STATES[line.state]}${line.overdue ? ', late' : ''}`));
    }));
    all.disabled = !lines.length;
    all.onclick = () => boxes.querySelectorAll('input:not(:checked)').forEach((box) => box.click());
    none.onclick = () => {
      chosen.clear();
      show(total, lines);
      changed();
    };
    say(total, lines.length);
  }

  const all = button('Choose all shown', () => {}, 'st-button-light');
  const none = button('Choose none', () => {}, 'st-button-light');
  look();
  return {
    element: el('fieldset', { class: 'st-row', 'data-field': 'initiatives' }, el('legend', { class: 'st-row-title' }, 'Which initiatives'),
      el('div', { class: 'st-pair' },
        el('div', { class: 'st-field' }, el('label', { for: ids.search }, 'Search'), search, el('span', { class: 'st-help' }, 'Id, title, action or party')),
        el('div', { class: 'st-field' }, el('label', { for: ids.state }, 'Show'), state)),
      el('p', { class: 'st-buttons' }, all, none), el('div', { class: 'st-picked' }, boxes), found),
    chosen: () => [...chosen.keys()].sort(),
  };
}
