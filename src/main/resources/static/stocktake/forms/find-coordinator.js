/** The secretariat names a coordinator for an initiative that has none. */
import { givenBack } from './answer-instead.js';
import { get, path, put } from './api.js';
import { confirm } from './asking.js';
import { deadlines } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { about } from './about.js';

const KINDS = {
  stakeholder: 'Stakeholder', 'partner-country': 'Partner country', 'institutional-partner': 'Institutional partner', 'country-group': 'Group of countries',
  community: 'Community or region', 'working-body': 'Working body', other: 'Other',
};

export async function mount(element, { cycle, initiative, host }) {
  const [{ parties }, update, back] = await Promise.all([
    get(path`/api/updates/${cycle}/${initiative}/coordinator`), get(path`/api/updates/${cycle}/${initiative}`), givenBack({ cycle, initiative })]);
  const what = update.placeholders?.length ? 'words for the plan' : 'the update';
  const nameOfParty = ({ partyId, name }) => (partyId ? labelOf(parties.find((party) => `p${party.id}` === partyId)) : name);
  const form = deskForm(element, host, {
    intro: [about(update, host.level), back, el('p', {}, update.placeholders?.length ? 'Nobody is asked for these lines of the draft yet. Name a party: it is asked for words at once, in the same way as all others.' : 'Nobody coordinates this initiative yet. Name a party: it is asked for the update at once, in the same way as all others.')],
    sections: [
      { title: 'A party of the register', fields: [{ name: 'partyId', kind: 'select', label: 'Party', options: Object.fromEntries(parties.map((party) => [`p${party.id}`, labelOf(party)])) }] },
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
      run: async (said) => (!nameOfParty(said) || await confirm(form.notice, `Name ${nameOfParty(said)} as the coordinator of ${initiative}?`, 'Yes, name it',
        el('p', {}, `Then it coordinates this initiative from now on and is asked for ${what}${update.deadline ? `, due ${deadlines(update.deadline, update.zone)}` : ''}: each of its contacts gets a mail, which cannot be called back. A new party is asked as soon as a contact is added.`)))
        && put(path`/api/updates/${cycle}/${initiative}/coordinator`, sent(said)),
    },
  });
}

function sent({ partyId, name, acronym, kind }) {
  return partyId ? { partyId: Number(partyId.slice(1)) } : { name, acronym, kind: kind ?? 'other' };
}

function labelOf({ label, name }) {
  return label === name ? name : `${label} – ${name}`;
}
