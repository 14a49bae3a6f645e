/** The secretariat decides on drafts that were never submitted. */
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { clock } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { readingOf } from './reading.js';
import { sectionsFor } from './update-fields.js';

const OPTIONS = { 'take-in': 'Submit it to the reviewers as it stands', 'leave-out': 'Leave it out: “draft not submitted”' };

export async function mount(element, { cycle, host }) {
  const [drafts, { kind }] = await Promise.all([get(path`/api/cycles/${cycle}/drafts`), get(path`/api/cycles/${cycle}`)]);
  const options = kind === 'completion' ? { ...OPTIONS, 'leave-out': 'Leave it out: its lines stay as they are' } : OPTIONS;
  const { form, notice } = deskForm(element, host, {
    intro: [el('p', {}, drafts.length
      ? `The gathering has ended. ${drafts.length === 1 ? 'One update was' : `${drafts.length} updates were`} begun but not submitted.`
      : 'No draft is waiting for a decision any more.')],
    sections: [{
      title: 'Drafts',
      fields: drafts.map((draft) => ({
        name: draft.initiative, kind: 'choice', required: true, label: `${draft.initiative} ${draft.title}`,
        help: `Last saved ${clock(draft.savedAt)} by ${draft.savedBy}`, options,
      })),
    }].filter((section) => section.fields.length),
    act: {
      label: 'Decide', done: 'The decisions are saved.',
      run: async (decisions) => (drafts.some(({ initiative }) => !decisions[initiative]) || await confirm(notice, 'Decide so on these drafts?', 'Yes, decide so', what(drafts, decisions, kind)))
        && post(path`/api/cycles/${cycle}/drafts`, { decisions }),
    },
  });
  for (const { initiative } of drafts) {
    form.fieldOf(initiative).querySelector('.st-options').before(draftOf(cycle, initiative, host.level + 1));
  }
}

/** What follows from the decisions. */
function what(drafts, decisions, kind) {
  const takenIn = drafts.filter(({ initiative }) => decisions[initiative] === 'take-in').length;
  return el('p', {}, [
    takenIn && `${takenIn === 1 ? 'One draft goes' : `${takenIn} drafts go`} to the reviewers as if submitted now.`,
    takenIn < drafts.length && `${drafts.length - takenIn === 1 ? 'One is' : `${drafts.length - takenIn} are`} left out: ${kind === 'completion' ? 'the lines stay as they are' : 'the report says “draft not submitted”'}.`,
    kind === 'completion' ? 'Then you complete the plan. This cannot be undone.' : 'Then the report can be put to officials as soon as it is edited. This cannot be undone.',
  ].filter(Boolean).join(' '));
}

/** What was written, to be unfolded; fetched when somebody looks. */
function draftOf(cycle, initiative, level) {
  const text = el('div', {}, el('p', { role: 'status' }, 'Loading the draft …'));
  const show = async () => {
    try {
      const update = await get(path`/api/updates/${cycle}/${initiative}`);
      text.replaceChildren(update.draft ? readingOf(answered(sectionsFor(update, update.draft.content), update.draft.content), update.draft.content, { level })
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
