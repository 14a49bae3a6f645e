/** The secretariat names a coordinator for an initiative that has none. */
import { get, path, put } from './api.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { about } from './about.js';

const KINDS = {
  stakeholder: 'Stakeholder', 'partner-country': 'Partner country', 'institutional-partner': 'Institutional partner', 'country-group': 'Group of countries',
  community: 'Community or region', 'working-body': 'Working body', other: 'Other',
};

export async function mount(element, { cycle, initiative, host }) {
  const [{ parties }, update] = await Promise.all([
    get(path`/api/updates/${cycle}/${initiative}/coordinator`), get(path`/api/updates/${cycle}/${initiative}`)]);
  deskForm(element, host, {
    intro: [about(update, host.level), el('p', {}, 'Nobody coordinates this initiative yet. Name a party: it is asked for the update at once, in the same way as all others.')],
    sections: [
      { title: 'A party of the register', fields: [{ name: 'partyId', kind: 'select', label: 'Party', options: Object.fromEntries(parties.map((party) => [`p${party.id}`, nameOf(party)])) }] },
      {
        title: 'Or a new party', help: 'Only when it is not in the list above. Its contact is added on the page “Contacts”.',
        fields: [
          { name: 'name', kind: 'line', label: 'Name' },
          { name: 'acronym', kind: 'line', label: 'Acronym', width: 'short' },
          { name: 'kind', kind: 'select', label: 'Kind', options: KINDS },
        ],
      },
    ],
    act: {
      label: 'Name the coordinator', done: 'The coordinator is named and asked.',
      run: ({ partyId, name, acronym, kind }) => put(path`/api/updates/${cycle}/${initiative}/coordinator`,
        partyId ? { partyId: Number(partyId.slice(1)) } : { name, acronym, kind: kind ?? 'other' }),
    },
  });
}

function nameOf({ label, name }) {
  return label === name ? name : `${label} – ${name}`;
}
