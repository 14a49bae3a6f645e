/**
 * What a coordinator provides: the one description of all fields that the form, the reviewer's view and the comparison
 * of two drafts are built from. Names are those of the stored content.
 */
import { path } from './api.js';
import { link } from './dom.js';

const COMPLETION = { 'not-started': 'Not started', 'partly-completed': 'Partly completed', completed: 'Completed' };
const AIMS = { 'not-yet-achieved': 'Not yet achieved', 'partly-achieved': 'Partly achieved', achieved: 'Achieved' };
const CONTINUATION = { ongoing: 'Ongoing', suspended: 'Suspended', concluded: 'Concluded' };
const OUTCOME = { done: 'Done', partly: 'Partly done', changed: 'Changed', dropped: 'Dropped' };
const STANDING = { done: 'Done', 'under-way': 'Under way', 'not-started': 'Not started', dropped: 'Dropped' };
const WORDS = { replaced: 'New words stand there instead', 'left-out': 'The line is left out', stays: 'I cannot say yet: it stays open' };
const MEDIA = { picture: 'Picture', chart: 'Chart', testimonial: 'Testimonial', document: 'Document' };
/** What the parts of an item are called where two versions are compared. */
const MEDIA_COLUMNS = Object.entries({ kind: 'Kind', file: 'File', link: 'Web address', caption: 'Caption', credit: 'Credit', alternative: 'Alternative text', words: 'The words', speaker: 'Who said it', role: 'In what role', consent: 'Agreed to publication' })
  .map(([name, label]) => ({ name, label, ...(name === 'kind' && { options: MEDIA }) }));

/** About how many words the report has room for: pointed out, never held against anybody. */
const ROOM = { progress: 300, highlights: 60, addedValue: 100, challenges: 100, answers: 150, sentence: 40, activity: 40, output: 30, result: 30, planChanges: 100 };

/**
 * The sections of the form for one initiative; a section without fields is left out. `desk` is what lies beside the
 * form while somebody writes: the register's parties, the objectives, what is written in another row of the programme.
 */
export function sectionsOf(update, desk = {}) {
  if (update.placeholders?.length) {
    return [words(update)];
  }
  const all = [
    saidAndDone(update), progress(desk), questions(update), status(), contributions(update), plans(), material(update), corrections(),
  ];
  const own = all.map((section) => ({ ...section, fields: section.fields.filter((spec) => !desk.commonFields?.includes(spec.name)) }));
  return [...common(all, desk, update.cycle), ...own].filter((section) => section.fields.length);
}

/** What rows of one programme say once is shown, and written in the first of them. */
function common(all, { common: text, commonFields = [], mayOpenOthers }, cycle) {
  const fields = commonFields.length ? all.map((section) => ({ ...section, fields: section.fields.filter((spec) => commonFields.includes(spec.name)) })) : [];
  return text ? [{
    title: 'What the programme says once',
    fields: [{ name: 'common', kind: 'common', label: `Written once, in ${text.initiative}`, text: { ...text, cycle }, mayOpen: mayOpenOthers, sections: fields.filter((section) => section.fields.length) }],
  }] : [];
}

/** The field that a name in a problem, warning or remark belongs to: `plans[0].when` → plans. */
export function fieldOf(sections, name) {
  const stem = String(name ?? '').split(/[.[]/)[0];
  return sections.flatMap((section) => section.fields).find((field) => field.name === stem);
}

function saidAndDone(update) {
  const announced = commitments(update);
  const milestones = (update.milestones ?? []).map((text, index) => ({ position: index + 1, text, source: 'plan' }));
  return {
    title: 'You said – you did',
    help: 'What was announced for this period, and what became of it.',
    fields: [
      announced.length && {
        name: 'commitments', kind: 'commitments', required: true, label: 'Commitments', question: 'What became of it', said: announced, outcomes: OUTCOME, room: ROOM.sentence, explained: true,
        help: 'From the adopted work plan. Say for each line what became of it, in a sentence.',
      },
      milestones.length && {
        name: 'milestones', kind: 'commitments', required: true, label: 'Activities and milestones of the plan', question: 'Where it stands', said: milestones, outcomes: STANDING, room: ROOM.sentence,
        help: 'From the Action Plan 2030. Say for each line where it stands; add a sentence where it helps.',
      },
    ].filter(Boolean),
  };
}

/** Lines copied from the plan are asked about as the plan's; only answers from before that was so are shown as they were given. */
function commitments({ commitments: said = [], revision, may }) {
  const given = revision?.content ?? {};
  const asBefore = !may?.write && given.commitments?.length && !given.milestones?.length;
  return said.filter((line) => line.source === 'adopted' || asBefore);
}

/** Answers to lines of the plan that were given as commitments count where they are asked for now. */
export function carriedOver({ commitments: said = [] }, content) {
  if (!content.commitments?.length || content.milestones || said.some((line) => line.source === 'adopted')) {
    return content;
  }
  const { commitments: given, ...others } = content;
  return { ...others, milestones: given.map((one) => ({ ...one, outcome: { partly: 'under-way', changed: 'under-way' }[one.outcome] ?? one.outcome })) };
}

function progress({ parties, paragraphs }) {
  return {
    title: 'Progress in this period',
    fields: [
      { name: 'progress', kind: 'text', rows: 8, required: true, label: 'Progress and achievements', room: ROOM.progress, help: 'What was done and what came of it since the last report. Leave a line empty to start a new paragraph.' },
      {
        name: 'events', kind: 'rows', label: 'Events', item: 'Event', help: 'Meetings, courses, publications, launches: one each.',
        columns: [
          { name: 'date', kind: 'line', label: 'Date', width: 'short', help: 'As exact as you know: 2023-05-22, May 2023 or 2023' },
          { name: 'title', kind: 'line', label: 'Title' },
          { name: 'place', kind: 'line', label: 'Place', help: 'City and country, or “online”' },
        ],
      },
      { name: 'highlights', kind: 'text', label: 'Highlights', room: ROOM.highlights, help: 'What should a minister remember? Numbers help.' },
      { name: 'addedValue', kind: 'text', label: 'Added value in the ASEM Education Process', room: ROOM.addedValue, help: 'What would be missing without this initiative, or without partners from both regions?' },
      { name: 'challenges', kind: 'text', label: 'Challenges', room: ROOM.challenges, help: 'What was harder than expected, and what would help.' },
      { name: 'partners', kind: 'lines', label: 'Partners and stakeholders involved', item: 'Partner', suggestions: parties, help: 'One in each line: countries, organisations, networks, other processes such as the OECD. Names of the register are offered while you type; others are welcome.' },
      { name: 'conclusions', kind: 'text', rows: 2, label: 'Chair’s Conclusions answered', help: paragraphs ? `The secretariat read in the last Conclusions that it answers “${paragraphs}”: change it if that is not so.` : 'The paragraph or paragraphs this initiative answers, such as “42 and 57”.' },
    ],
  };
}

function questions({ questions: asked = [] }) {
  return {
    title: asked.length === 1 ? 'Question of this cycle' : 'Questions of this cycle',
    fields: asked.length ? [{ name: 'answers', kind: 'answers', label: 'Answers', asked, room: ROOM.answers }] : [],
  };
}

function status() {
  return {
    title: 'Status',
    help: 'Three short answers; together they are the status that the report prints.',
    fields: [
      { name: 'completion', kind: 'choice', required: true, label: 'Completion', help: 'How much of what was planned is done.', options: COMPLETION },
      { name: 'aims', kind: 'choice', required: true, label: 'Aims', help: 'Whether the initiative reaches what it is for.', options: AIMS },
      { name: 'continuation', kind: 'choice', required: true, label: 'Continuation', help: 'What happens with it now.', options: CONTINUATION },
    ],
  };
}

function contributions({ subgoals = [], objectives = [] }) {
  const numbers = [...new Set(subgoals.map((subgoal) => subgoal.number.split('.')[0]))];
  const titles = numbers.map((number) => ({ number, text: objectives.find((one) => one.number === number)?.text ?? '' }));
  return {
    title: 'Contribution to the objectives',
    fields: subgoals.length ? [
      {
        name: 'objectives', kind: 'contributions', key: 'objective', label: 'Objectives it contributes to', items: titles, room: ROOM.sentence,
        help: 'Tick an objective and say in a sentence how the initiative contributes to it.',
      },
      {
        name: 'contributions', kind: 'contributions', key: 'subgoal', label: 'Subgoals it contributes to', items: subgoals, groups: titles, room: ROOM.sentence,
        help: 'Tick a subgoal and say in a sentence how the initiative contributes to it.',
      },
    ] : [],
  };
}

function plans() {
  return {
    title: 'Plans for the next two years',
    fields: [{
      name: 'plans', kind: 'rows', required: true, label: 'Planned activities', item: 'Activity',
      help: 'At least one, unless the initiative is concluded. These lines become the commitments of the next cycle.',
      columns: [
        { name: 'activity', kind: 'text', rows: 2, label: 'Activity', room: ROOM.activity },
        { name: 'when', kind: 'line', label: 'When', width: 'short', help: 'A date, a month, a year or “every year”' },
        { name: 'output', kind: 'text', rows: 2, label: 'Expected output', room: ROOM.output, help: 'What will exist afterwards' },
        { name: 'result', kind: 'text', rows: 2, label: 'Expected result', room: ROOM.result, help: 'What will be different because of it' },
      ],
    }],
  };
}

function material({ cycle, initiative }) {
  return {
    title: 'Pictures, charts, testimonials, documents and links',
    fields: [
      {
        name: 'media', kind: 'files', label: 'Pictures, charts, testimonials and documents', options: MEDIA,
        place: path`/api/updates/${cycle}/${initiative}/files`, link, accept: '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx',
        columns: MEDIA_COLUMNS,
        help: 'The report prints testimonials and the first six pictures and charts; the order is yours. Documents are for the reviewers and the secretariat; what everybody may read is better given as a link below.',
        taken: 'Several at once. Pictures as JPEG, PNG or WebP, documents as PDF, Word (.docx) or Excel (.xlsx), up to 20 MB each. Where a picture was taken is removed from it.',
      },
      {
        name: 'links', kind: 'rows', label: 'Links', item: 'Link',
        columns: [
          { name: 'title', kind: 'line', label: 'Title' },
          { name: 'url', kind: 'line', type: 'url', label: 'Web address', help: 'Begins with https://' },
        ],
      },
    ],
  };
}

function corrections() {
  return {
    title: 'Corrections to the plan',
    fields: [{ name: 'planChanges', kind: 'text', label: 'What is no longer true in the plan’s own row', room: ROOM.planChanges, help: 'New name, other coordinator, milestone that has moved: the secretariat proposes the change.' }],
  };
}

/** What becomes of the lines of a draft plan that wait for words. */
function words({ placeholders }) {
  return {
    title: 'Lines of the draft that wait for you',
    help: 'Each line below holds a place in the draft of the plan. Write the whole line as it shall stand there instead; a new line of your text becomes a line of the plan.',
    fields: [{
      name: 'words', kind: 'commitments', required: true, label: 'Words for the plan', question: 'What becomes of it', sentence: 'The line as it shall stand there, or why it stays open', rows: 3,
      said: placeholders.map(({ position, where, text }) => ({ position, text, told: where })), outcomes: WORDS,
    }],
  };
}

/** What may be answered in place of an update; `others` are the initiatives that it may have been merged into, by id. */
export const ANSWERS = { 'nothing-to-report': 'There is nothing to report', concluded: 'It is concluded', merged: 'It was merged into another initiative' };

export function answerSection({ answers = ANSWERS, others } = {}) {
  return {
    title: 'Answer in place of an update',
    fields: [
      { name: 'answer', kind: 'choice', required: true, label: 'What you answer in place of an update', options: answers },
      { name: 'into', kind: others ? 'select' : 'line', required: true, label: 'Merged into which initiative', options: others },
      { name: 'because', kind: 'text', rows: 3, required: true, label: 'Why, in a sentence', help: 'The reviewers read it, and the report prints it in place of an update.' },
    ],
  };
}

/** The sections to read something submitted in: an answer in place of an update has its own. */
export function sectionsFor(update, content) {
  if (!content?.answer) {
    return sectionsOf(update);
  }
  const section = answerSection();
  return [{ ...section, fields: section.fields.filter((field) => field.name !== 'into' || content.into) }];
}
