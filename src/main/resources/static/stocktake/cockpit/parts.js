/** Who stands where: a table by region, objective and kind of party. */
import { el } from '../forms/dom.js';
import { STATES } from '../forms/states.js';
import { listOf } from './address.js';

const KINDS = {
  'partner-country': 'Partner countries', 'institutional-partner': 'Institutional partners', 'country-group': 'Groups of countries', community: 'Communities',
  stakeholder: 'Stakeholders', process: 'Other processes and bodies', 'working-body': 'Working bodies', secretariat: 'Secretariats', other: 'Others', '': 'Nobody yet',
};
export const NONE = 'none';
export const GROUPS = {
  objective: ['By strategic objective', (name) => (name ? `Objective ${name}` : 'Not confirmed')],
  region: ['By region of its coordinators', (name) => name || 'No region known'],
  kind: ['By kind of coordinator', (name) => KINDS[name] ?? name],
};

/** Each number leads to the initiatives that it counts. */
export function parts(cycle, all) {
  const states = Object.keys(STATES).filter((state) => all.some(({ counts }) => counts[state]));
  return el('div', { class: 'st-wide' }, el('table', { class: 'cam-table' },
    el('caption', {}, 'An initiative of several coordinators counts with each of their regions and kinds.'),
    el('thead', {}, el('tr', {}, el('td', {}), states.map((state) => el('th', { scope: 'col' }, STATES[state])), el('th', { scope: 'col' }, 'All'))),
    Object.entries(GROUPS).map(([by, [label, called]]) => el('tbody', {},
      el('tr', {}, el('th', { scope: 'rowgroup', colspan: states.length + 2 }, label, by === 'objective' && all.some((part) => part.by === by && !part.name) && [' · ', el('a', { href: '/desk/contributions' }, 'confirm which objectives they serve')])),
      all.filter((part) => part.by === by).map(({ name, counts }) => el('tr', {}, el('th', { scope: 'row' }, called(name)),
        states.map((state) => number(cycle, { [by]: name || NONE, state }, counts[state] ?? 0, `${called(name)}, ${STATES[state]}`)),
        number(cycle, { [by]: name || NONE }, total(counts), called(name))))))));
}

export const total = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function number(cycle, choice, count, label) {
  return el('td', {}, count ? el('a', { href: listOf(cycle, choice), 'aria-label': `${label}: ${count}` }, String(count)) : '0');
}
