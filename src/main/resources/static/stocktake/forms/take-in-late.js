/** The secretariat takes one update in after the gathering, by name: what came by another way, or the draft that was left. */
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { sectionsOf } from './update-fields.js';

/** Shows the update of `one`, `{cycle, initiative}`, as it would be taken in. */
export async function takeInLate(place, host, one) {
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
