/** What a reviewer sees from the second round on: what has changed, word by word, and what was said in each round. */
import { get, path } from './api.js';
import { clock } from './dates.js';
import { button, el, heading } from './dom.js';
import { fieldOf } from './update-fields.js';

const VERDICTS = { accepted: 'Accepted', returned: 'Returned', 'as-received': 'Taken as received, not reviewed' };

/** Panels for an update that came more than once; none for the first round. */
export async function roundsOf({ update, sections, level }) {
  const address = path`/api/reviews/${update.cycle}/${update.initiative}`;
  const rounds = await get(`${address}/rounds`);
  if (rounds.length < 2) {
    return [];
  }
  const last = rounds.at(-1).number;
  return [await changes({ address, rounds, sections, level, last, choices: [...new Set([last - 1, 1])] }), history({ rounds, sections, level })];
}

async function changes({ address, rounds, sections, level, last, choices }) {
  const shown = el('div', { class: 'st-changes', 'aria-live': 'polite' });
  const show = async (from) => {
    const fields = await get(`${address}/changes?from=${from}`);
    shown.replaceChildren(
      el('p', { class: 'st-help' }, `From version ${from} to version ${last}. What was struck is crossed out, what was added is underlined.`),
      ...(fields.length ? fields.map((field) => change(sections, field, level + 1, asked(rounds, from, field.field))) : [el('p', { class: 'st-nothing' }, 'Both versions say the same.')]),
      ...untouched(rounds, from, sections, fields, level + 1));
    buttons.forEach((one) => one.setAttribute('aria-pressed', String(Number(one.dataset.from) === from)));
  };
  const buttons = choices.map((from, index) => {
    const made = button(index ? `Since the first version` : `Since version ${from}`, () => show(from), 'st-button-light');
    made.dataset.from = from;
    return made;
  });
  await show(choices[0]);
  return el('section', { class: 'st-section' }, heading(level, 'What has changed', { class: 'st-section-title' }),
    choices.length > 1 && el('p', { class: 'st-buttons' }, buttons), shown);
}

/** What the rounds since version `from` asked for at a field, with what the coordinators answered. */
function asked(rounds, from, field) {
  return rounds.filter(({ number }) => number >= from).flatMap(({ number, said }) => (said?.fixes ?? [])
    .filter((fix) => fix.field === field).map((fix) => remark(number, fix)));
}

function remark(version, { number, text, by, done, because, answeredBy }) {
  const answer = done === true ? 'Done' : done === false ? `Not, because ${because}` : 'Not answered';
  return el('div', { class: 'st-remark st-answered' }, el('p', { class: 'st-prose' }, el('strong', {}, `Remark ${number} on version ${version}, by ${by}: `), text),
    el('p', { class: 'st-prose' }, el('strong', {}, answeredBy ? `${answeredBy} answered: ` : ''), answer));
}

/** Remarks on fields that say the same as before. */
function untouched(rounds, from, sections, changed, level) {
  const still = [...new Set(rounds.filter(({ number }) => number >= from).flatMap(({ said }) => (said?.fixes ?? []).map(({ field }) => field)))]
    .filter((field) => !changed.some((one) => one.field === field));
  return still.map((field) => el('div', { class: 'st-answer' }, heading(level, fieldOf(sections, field)?.label ?? field, { class: 'st-answer-name' }),
    asked(rounds, from, field), el('p', { class: 'st-nothing' }, 'Not changed.')));
}

function change(sections, { field, rows }, level, remarks) {
  const spec = fieldOf(sections, field);
  return el('div', { class: 'st-answer' }, heading(level, spec?.label ?? field, { class: 'st-answer-name' }), remarks,
    rows.length === 1 && rows[0].cells.every((cell) => !cell.name)
      ? el('p', { class: 'st-prose' }, words(spec, '', rows[0].cells[0].parts))
      : el('ul', { class: 'st-plain' }, rows.filter((row) => row.kind !== 'same').map((row) => el('li', {}, cells(spec, row)))));
}

function cells(spec, { cells: all }) {
  return el('dl', { class: 'st-read-rows' }, all.map(({ name, parts }) => el('div', {}, nameOf(spec, name) && el('dt', {}, nameOf(spec, name)), el('dd', { class: 'st-prose' }, words(spec, name, parts)))));
}

function nameOf(spec, name) {
  const known = { position: 'Line', outcome: 'Outcome', sentence: 'In a sentence', subgoal: 'Subgoal' };
  return spec?.columns?.find((column) => column.name === name)?.label
    ?? spec?.asked?.find(({ position }) => String(position) === name)?.text ?? known[name] ?? name;
}

/** Choices are stored as short words: they are shown as the form shows them. */
function words(spec, name, parts) {
  const options = spec?.columns?.find((column) => column.name === name)?.options ?? (name === 'outcome' ? spec?.outcomes : !name && spec?.options) ?? {};
  const whole = (without) => parts.filter((part) => part.kind !== without).map((part) => part.text).join('');
  const [before, after] = [whole('added'), whole('struck')];
  if (before !== after && (options[before] || options[after])) {
    return [options[before] && el('del', {}, options[before]), ' ', options[after] && el('ins', {}, options[after])];
  }
  return parts.map(({ kind, text }) => (kind === 'same' ? text : el(kind === 'struck' ? 'del' : 'ins', {}, text)));
}

function history({ rounds, sections, level }) {
  return el('details', { class: 'st-plan' }, el('summary', {}, `All ${rounds.length} rounds`),
    rounds.map(({ number, submittedAt, submittedBy, late, said }) => el('div', {},
      heading(level, `Version ${number}`, { class: 'st-answer-name' }),
      el('p', {}, `Submitted ${clock(submittedAt)} by ${submittedBy}${late ? ', late' : ''}. ${said ? `${VERDICTS[said.verdict]} ${clock(said.at)} by ${said.by}${said.reason ? `: ${said.reason}` : '.'}` : 'Under review.'}`),
      said?.fixes.map((fix) => el('div', {}, el('p', {}, el('strong', {}, fieldOf(sections, fix.field)?.label ?? fix.field)), remark(number, fix))))));
}
