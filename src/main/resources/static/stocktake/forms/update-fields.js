/**
 * What a coordinator provides: the one description of all fields that the form, the reviewer's view and the comparison
 * of two drafts are built from. Names are those of the stored content.
 */

const COMPLETION = { 'not-started': 'Not started', 'partly-completed': 'Partly completed', completed: 'Completed' };
const AIMS = { 'not-yet-achieved': 'Not yet achieved', 'partly-achieved': 'Partly achieved', achieved: 'Achieved' };
const CONTINUATION = { ongoing: 'Ongoing', suspended: 'Suspended', concluded: 'Concluded' };
const OUTCOME = { done: 'Done', partly: 'Partly done', changed: 'Changed', dropped: 'Dropped' };
const MEDIA = { picture: 'Picture', chart: 'Chart', testimonial: 'Testimonial' };

/** The sections of the form for one initiative; a section without fields is left out. */
export function sectionsOf(update) {
  return [
    commitments(update), progress(), questions(update), status(), contributions(update), plans(), material(), corrections(),
  ].filter((section) => section.fields.length);
}

/** The field that a name in a problem, warning or remark belongs to: `plans[0].when` → plans. */
export function fieldOf(sections, name) {
  const stem = String(name ?? '').split(/[.[]/)[0];
  return sections.flatMap((section) => section.fields).find((field) => field.name === stem);
}

function commitments({ commitments: said = [] }) {
  return {
    title: 'You said – you did',
    help: 'What was announced for this period, and what became of it.',
    fields: said.length ? [{
      name: 'commitments', kind: 'commitments', label: 'Commitments', said, outcomes: OUTCOME,
      help: 'Say for each line what became of it; a sentence is enough.',
    }] : [],
  };
}

function progress() {
  return {
    title: 'Progress in this period',
    fields: [
      { name: 'progress', kind: 'text', rows: 8, required: true, label: 'Progress and achievements', help: 'What was done and what came of it since the last report. Leave a line empty to start a new paragraph.' },
      {
        name: 'events', kind: 'rows', label: 'Events', item: 'Event', help: 'Meetings, courses, publications, launches: one each.',
        columns: [
          { name: 'date', kind: 'line', label: 'Date', width: 'short', help: 'As exact as you know: 2023-05-22, May 2023 or 2023' },
          { name: 'title', kind: 'line', label: 'Title' },
          { name: 'place', kind: 'line', label: 'Place', help: 'City and country, or “online”' },
        ],
      },
      { name: 'highlights', kind: 'text', label: 'Highlights', help: 'What should a minister remember? Numbers help.' },
      { name: 'addedValue', kind: 'text', label: 'Added value in the ASEM Education Process', help: 'What would be missing without this initiative, or without partners from both regions?' },
      { name: 'challenges', kind: 'text', label: 'Challenges', help: 'What was harder than expected, and what would help.' },
      { name: 'partners', kind: 'lines', label: 'Partners and stakeholders involved', item: 'Partner', help: 'One in each line: countries, organisations, networks.' },
      { name: 'conclusions', kind: 'text', rows: 2, label: 'Chair’s Conclusions answered', help: 'The paragraph or paragraphs this initiative answers, such as “42 and 57”.' },
    ],
  };
}

function questions({ questions: asked = [] }) {
  return {
    title: asked.length === 1 ? 'Question of this cycle' : 'Questions of this cycle',
    fields: asked.length ? [{ name: 'answers', kind: 'answers', label: 'Answers', asked }] : [],
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

function contributions({ subgoals = [] }) {
  return {
    title: 'Contribution to the objectives',
    fields: subgoals.length ? [{
      name: 'contributions', kind: 'contributions', label: 'Subgoals it contributes to', subgoals,
      help: 'Tick a subgoal and say in a sentence how the initiative contributes to it.',
    }] : [],
  };
}

function plans() {
  return {
    title: 'Plans for the next two years',
    fields: [{
      name: 'plans', kind: 'rows', required: true, label: 'Planned activities', item: 'Activity',
      help: 'At least one, unless the initiative is concluded. These lines become the commitments of the next cycle.',
      columns: [
        { name: 'activity', kind: 'text', rows: 2, label: 'Activity' },
        { name: 'when', kind: 'line', label: 'When', width: 'short', help: 'A date, a month, a year or “every year”' },
        { name: 'output', kind: 'text', rows: 2, label: 'Expected output', help: 'What will exist afterwards' },
        { name: 'result', kind: 'text', rows: 2, label: 'Expected result', help: 'What will be different because of it' },
      ],
    }],
  };
}

function material() {
  return {
    title: 'Pictures, charts, testimonials and links',
    fields: [
      {
        name: 'media', kind: 'rows', label: 'Pictures, charts and testimonials', item: 'Item', help: 'Give the address where we can fetch it; for a testimonial the words themselves may stand in the caption.',
        columns: [
          { name: 'kind', kind: 'select', label: 'Kind', options: MEDIA },
          { name: 'link', kind: 'line', type: 'url', label: 'Web address', help: 'Begins with https://' },
          { name: 'caption', kind: 'line', label: 'Caption' },
          { name: 'credit', kind: 'line', label: 'Credit', help: 'Photographer or source' },
          { name: 'alternative', kind: 'line', label: 'Alternative text', help: 'What one sees, for people who cannot see it' },
          { name: 'consent', kind: 'check', label: 'Those shown or quoted agree to publication' },
        ],
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
    fields: [{ name: 'planChanges', kind: 'text', label: 'What is no longer true in the plan’s own row', help: 'New name, other coordinator, milestone that has moved: the secretariat proposes the change.' }],
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
