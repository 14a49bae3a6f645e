/** The secretariat opens a round that completes a draft of a plan: which lines wait, whom they name, and when. */
import { post } from './api.js';
import { attempt } from './asking.js';
import { deadlines, instantAt, zones } from './dates.js';
import { deskForm } from './desk-form.js';
import { button, el, list, panel, present, uniqueId } from './dom.js';
import { keep } from './keep.js';
import { LADDERS, ladderProblems, ladders, ladderSection } from './ladders.js';

const DATES = {
  request: ['Requests go out', 'At 09:00 on this day'],
  deadline: ['Words are asked for until', 'The end of this day'],
  freeze: ['End of gathering (freeze)', 'Nothing is taken in after this day; then you have two weeks to complete the plan'],
};
const NEEDED = { name: 'Give the round a name, such as PLAN-2021.', title: 'Give the round a title.', zone: 'Choose the time zone in which its days end.' };

/** The draft that was chosen last is kept in this browser as well: what is typed belongs to its lines. */
const draft = keep('open-completion');

/** Whether somebody has begun to open a round in this browser. */
export const isBegun = () => draft.copies().length > 0;

/** `instead` leads back to the reporting cycle. */
export async function mount(element, { host, instead }) {
  const found = begun();
  found ? show(element, { host, found, instead }) : choose(element, { host, instead });
}

function begun() {
  const found = draft.read();
  found && draft.write(found); // what a closed window left is this window's now
  return found;
}

/** `typed` is what was said before another file was chosen. */
function choose(element, { host, instead, typed = {} }) {
  host.reset();
  host.setActions([]);
  const notice = el('div', { class: 'st-notice' });
  const id = uniqueId('plan');
  const before = begun();
  const chosen = el('input', { type: 'file', id, accept: '.yaml,.yml,.xlsx', onchange: () => look() });
  const look = () => chosen.files[0] && attempt({ notice, host }, async () => {
    host.setStatus('');
    const found = await post('/api/completions/placeholders', { file: chosen.files[0].name, content: await base64(chosen.files[0]) });
    notice.replaceChildren();
    draft.write(found);
    show(element, { host, found, instead, typed });
  });
  element.replaceChildren(
    el('p', {}, 'A draft of a plan goes round: whoever a placeholder names is asked for the words that stand there instead, with the same reminders as for an update. It has a deadline and no meetings. In the end you make the new version.'),
    el('p', { class: 'st-buttons' }, before && button(`Go on with ${before.file}`, () => show(element, { host, found: before, instead }), 'st-button-light'),
      button('Open a reporting cycle instead', instead, 'st-button-light')), notice,
    el('div', { class: 'st-field', 'data-field': 'file' }, el('label', { for: id }, 'Draft of the plan'),
      el('p', { class: 'st-help' }, 'As YAML or XLSX. Only this browser keeps it until you open the round.'), chosen));
}

function show(element, { host, found, instead, typed = {} }) {
  const { placeholders } = found;
  let previewed;
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${found.title}, ${found.version}, ${found.dated} (${found.file}): ${placeholders.length} lines in ${count(placeholders.map((one) => one.initiative))} initiatives wait for words. Below, say who is asked for each.`),
      el('p', {}, button('Choose another file', () => choose(element, { host, instead, typed: shown.form.read() }), 'st-button-light')),
    ],
    keptAs: `open-completion-words.${marked(found.plan)}`,
    sections: sections(found),
    content: { zone: zones()[0], ...LADDERS, ...typed, asked: placeholders.map(({ position, parties }) => ({ position, parties: parties.join('; ') })) },
    changed: () => {
      previewed = undefined;
      host.setActions([{ label: 'Preview', run: shown.run }]);
    },
    act: {
      label: 'Preview', done: 'The round is open.',
      run: async (now) => {
        const round = asSent(now, found);
        refuseGaps(round);
        if (previewed === JSON.stringify(round)) {
          await post('/api/completions', round).catch((problem) => {
            throw Object.assign(problem, { problems: (problem.problems ?? []).map(atItsLine) });
          });
          draft.forget();
          return true;
        }
        previewed = JSON.stringify(round);
        host.setActions([{ label: 'Open the round', done: 'The round is open.', run: shown.run }]);
        present(shown.notice, preview(now, found));
        return false;
      },
    },
  });
  if (shown.form.begun) {
    shown.notice.before(el('p', { class: 'st-help' }, 'What you entered earlier in this browser is still here. ', button('Start afresh', () => {
      shown.form.forget();
      draft.forget();
      choose(element, { host, instead });
    }, 'st-button-quiet')));
  }
}

/** Tells drafts apart, so that no words are put to the lines of another one. */
function marked(plan) {
  let mark = 0;
  for (const letter of plan) {
    mark = (Math.imul(mark, 31) + letter.codePointAt(0)) | 0;
  }
  return (mark >>> 0).toString(36);
}

function sections({ placeholders, parties }) {
  return [
    {
      title: 'The round',
      fields: [
        { name: 'name', kind: 'line', required: true, width: 'short', label: 'Name', help: 'Letters, digits and hyphens, such as PLAN-2021' },
        { name: 'title', kind: 'line', required: true, label: 'Title', help: 'Such as “Action Plan 2030, draft of June 2021”' },
        { name: 'zone', kind: 'line', required: true, width: 'short', label: 'Time zone', help: 'A day ends at its last instant in this zone, such as Europe/Rome', suggestions: zones() },
      ],
    },
    { title: 'Its dates', fields: Object.entries(DATES).map(([name, [label, help]]) => ({ name, kind: 'date', required: true, label, help })) },
    ladderSection(),
    {
      title: 'Who is asked',
      help: 'Names or acronyms of the register, with semicolons between several. Left empty, the line becomes a task “Find coordinator”.',
      fields: [{
        name: 'asked', kind: 'fixed', label: 'Placeholders',
        items: placeholders.map(({ position, initiative, title, field, words }) => ({ key: { position }, label: `${initiative} ${title} · ${field}: “${words}”` })),
        columns: [{ name: 'parties', kind: 'line', label: 'Asked', suggestions: parties }],
      }],
    },
  ];
}

function asSent({ asked, ...now }, { file, plan }) {
  return { ...now, ...ladders(now), file, plan, asked: Object.fromEntries(asked.map(({ position, parties = '' }) => [position, parties])) };
}

function refuseGaps(round) {
  const problems = Object.entries({ ...NEEDED, ...Object.fromEntries(Object.keys(DATES).map((name) => [name, 'Choose a date.'])) })
    .filter(([name]) => !round[name]).map(([field, message]) => ({ field, message }));
  problems.push(...ladderProblems(round));
  if (problems.length) {
    throw Object.assign(new Error('The round cannot be opened yet. Please complete:'), { problems });
  }
}

/** The server counts placeholders from 1, the form its rows from 0. */
function atItsLine({ field, message }) {
  const [name, position] = field.split('.');
  return { field: name === 'asked' && position ? `asked.${position - 1}.parties` : field, message };
}

function preview({ asked, request, deadline, zone }, { placeholders }) {
  const byParty = new Map();
  const nobody = [];
  asked.forEach(({ parties = '' }, index) => {
    const names = parties.split(';').map((one) => one.trim()).filter(Boolean);
    names.length || nobody.push(placeholders[index]);
    names.forEach((name) => byParty.set(name, [...byParty.get(name) ?? [], placeholders[index].initiative]));
  });
  return panel('note', `This round asks ${byParty.size} parties for ${placeholders.length - nobody.length} lines. Nothing has happened yet: read on, then choose “Open the round”.`,
    el('p', {}, `The requests go out on ${deadlines(instantAt(request, '09:00', zone), zone)}; words are asked for by ${deadlines(deadline, zone)}.`),
    nobody.length > 0 && [el('p', { class: 'st-panel-title' }, 'Lines that have nobody: each initiative becomes a task “Find coordinator”'), list([...new Set(nobody.map((one) => `${one.initiative} ${one.title}`))].map((named) => `${named}: ${lines(nobody.filter((one) => `${one.initiative} ${one.title}` === named).length)}`))],
    el('details', {}, el('summary', {}, 'Whom it asks'), list([...byParty].map(([name, initiatives]) => `${name}: ${lines(initiatives.length)} in ${[...new Set(initiatives)].join(', ')}`))));
}

const lines = (number) => `${number} ${number === 1 ? 'line' : 'lines'}`;

const count = (values) => new Set(values).size;

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
