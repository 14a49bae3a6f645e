/** The secretariat gives one initiative more time, without being asked and without reopening for all. */
import { get } from './api.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { grantFields, granting, grantOf, refuseGaps } from './extending.js';

export async function mount(element, { host }) {
  const updates = await get('/api/updates/extendable');
  if (!updates.length) {
    element.replaceChildren(el('p', {}, 'There is nothing to extend: no update is waited for in a gathering under way.'));
    return;
  }
  const several = new Set(updates.map(({ cycle }) => cycle)).size > 1;
  let shown;
  const grant = granting({ host, shown: () => shown, whom: (initiative) => initiative });
  shown = deskForm(element, host, {
    intro: [el('p', {}, 'The days of all others stay. Its coordinators are told their new day in one mail; reminders count from it. If the deadline of the cycle moves to a later day, that day counts.')],
    sections: [{
      title: 'The update',
      fields: [
        { name: 'update', kind: 'select', required: true, label: 'Which update', options: Object.fromEntries(updates.map((one) => [keyOf(one), `${one.initiative} ${one.title}${several ? ` · ${one.cycle}` : ''}`])) },
        ...grantFields('In a few words, for those who look it up later. It is not mailed.'),
      ],
    }],
    changed: () => grant.forget(),
    act: {
      label: grant.label,
      run: async (said) => {
        refuseGaps(said, { update: 'Choose the update that gets more time.' });
        return grant.run({ ...updates.find((one) => keyOf(one) === said.update), grant: grantOf(said) });
      },
    },
  });
}

const keyOf = ({ cycle, initiative }) => `${cycle}/${initiative}`;
