/** The secretariat decides on drafts that were never submitted. */
import { get, path, post } from './api.js';
import { clock } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';

const OPTIONS = { 'take-in': 'Take it into the report as it stands', 'leave-out': 'Leave it out: “draft not submitted”' };

export async function mount(element, { cycle, host }) {
  const drafts = await get(path`/api/cycles/${cycle}/drafts`);
  deskForm(element, host, {
    intro: [el('p', {}, drafts.length
      ? `The gathering has ended. ${drafts.length === 1 ? 'One update was' : `${drafts.length} updates were`} begun but not submitted.`
      : 'No draft is waiting for a decision any more.')],
    sections: [{
      title: 'Drafts',
      fields: drafts.map((draft) => ({
        name: draft.initiative, kind: 'choice', required: true, label: `${draft.initiative} ${draft.title}`,
        help: `Last saved ${clock(draft.savedAt)} by ${draft.savedBy}`, options: OPTIONS,
      })),
    }].filter((section) => section.fields.length),
    act: { label: 'Decide', done: 'The decisions are saved.', run: (decisions) => post(path`/api/cycles/${cycle}/drafts`, { decisions }) },
  });
}
