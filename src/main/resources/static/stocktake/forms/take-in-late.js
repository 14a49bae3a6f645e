/** The secretariat takes one update in after the gathering, by name: what came by another way, or the draft that was left. */
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { deskForm } from './desk-form.js';
import { el, uniqueId } from './dom.js';
import { STATES } from './states.js';
import { sectionsOf } from './update-fields.js';

export async function mount(element, { host }) {
  const missing = await get('/api/late-updates');
  if (!missing.length) {
    element.replaceChildren(el('p', {}, 'Nothing is missing: no gathering is over, or every update has come.'));
    return;
  }
  const several = new Set(missing.map(({ cycle }) => cycle)).size > 1;
  const form = el('div', {});
  const id = uniqueId('update');
  const select = el('select', { id, onchange: () => show(form, host, missing[select.value]) },
    el('option', { value: '' }, 'Choose …'),
    missing.map((one, index) => el('option', { value: String(index) }, `${one.initiative} ${one.title} · ${STATES[one.settledAs]}${several ? ` · ${one.cycle}` : ''}`)));
  element.replaceChildren(
    el('p', {}, 'The gathering is over and the reviews are done with: what you take in here counts as accepted by you, is marked as late, and the draft report has to be compiled again.'),
    el('div', { class: 'st-field', 'data-field': 'update' }, el('label', { for: id }, 'Which update', el('span', { class: 'st-required' }, ' (required)')), select), form);
  form.className = 'st-form';
}

async function show(place, host, one) {
  if (!one) {
    place.replaceChildren();
    host.setActions([]);
    return;
  }
  const update = await get(path`/api/updates/${one.cycle}/${one.initiative}`);
  const written = update.draft?.content ?? update.revision?.content ?? {};
  const shown = deskForm(place, host, {
    keptAs: `late.${one.cycle}.${one.initiative}`,
    intro: [el('p', {}, update.draft ? 'The draft that its coordinators left is filled in below. Take it in as it stands, or write what came since.' : 'Write what came by mail or by another way. Only the progress is needed.')],
    sections: [{ fields: [{ name: 'reason', kind: 'line', required: true, label: 'Reason', help: 'Why it is taken in, for those who look it up later' }] }, ...asItCame(sectionsOf(update))],
    content: written,
    act: {
      label: 'Take it in', done: `The update of ${one.initiative} is taken in. Compile the draft report again.`,
      run: async ({ reason, ...content }) => (await confirm(shown.notice, `Take in the update of ${one.initiative}?`, 'Yes, take it in',
        el('p', {}, 'It counts as accepted and goes into the next version of the report, marked as late. This cannot be undone.')))
        && post(path`/api/late-updates/${one.cycle}/${one.initiative}`, { reason, content }),
    },
  });
}

/** The update's fields, of which only the progress is needed here. */
function asItCame(sections) {
  return sections.map((section) => ({ ...section, fields: section.fields.map((spec) => ({ ...spec, required: spec.name === 'progress' })) }));
}
