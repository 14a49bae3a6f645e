/** The secretariat decides on drafts that were never submitted. */
import { get, path, post } from './api.js';
import { clock } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { readingOf } from './reading.js';
import { sectionsOf } from './update-fields.js';

const OPTIONS = { 'take-in': 'Submit it to the reviewers as it stands', 'leave-out': 'Leave it out: “draft not submitted”' };

export async function mount(element, { cycle, host }) {
  const drafts = await get(path`/api/cycles/${cycle}/drafts`);
  const { form } = deskForm(element, host, {
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
  for (const { initiative } of drafts) {
    form.fieldOf(initiative).querySelector('.st-options').before(draftOf(cycle, initiative, host.level + 1));
  }
}

/** What was written, to be unfolded; fetched when somebody looks. */
function draftOf(cycle, initiative, level) {
  const text = el('div', {}, el('p', { role: 'status' }, 'Loading the draft …'));
  const show = async () => {
    try {
      const update = await get(path`/api/updates/${cycle}/${initiative}`);
      text.replaceChildren(update.draft ? readingOf(answered(sectionsOf(update), update.draft.content), update.draft.content, { level })
        : el('p', { class: 'st-nothing' }, 'This draft is not there any more.'));
    } catch (problem) {
      text.replaceChildren(el('p', {}, `The draft cannot be shown: ${problem.message}`));
    }
  };
  return el('details', { class: 'st-plan', ontoggle: ({ target }) => target.open && show() }, el('summary', {}, 'Read the draft'), text);
}

/** The sections as far as something was said in them. */
function answered(sections, content) {
  return sections.map((section) => ({ ...section, fields: section.fields.filter((spec) => content?.[spec.name] !== undefined) }))
    .filter((section) => section.fields.length);
}
