/** What a reviewer sees from the second round on: what has changed, word by word, and what was said in each round. */
import { get, path } from './api.js';
import { clock } from './dates.js';
import { button, el, heading, list } from './dom.js';
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
  return [await changes({ address, sections, level, last, choices: [...new Set([last - 1, 1])] }), history({ rounds, sections, level })];
}

async function changes({ address, sections, level, last, choices }) {
  const shown = el('div', { class: 'st-changes', 'aria-live': 'polite' });
  const show = async (from) => {
    const fields = await get(`${address}/changes?from=${from}`);
    shown.replaceChildren(
      el('p', { class: 'st-help' }, `From version ${from} to version ${last}. What was struck is crossed out, what was added is underlined.`),
      ...(fields.length ? fields.map((field) => change(sections, field, level + 1)) : [el('p', { class: 'st-nothing' }, 'Both versions say the same.')]));
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

function change(sections, { field, rows }, level) {
  const spec = fieldOf(sections, field);
  return el('div', { class: 'st-answer' }, heading(level, spec?.label ?? field, { class: 'st-answer-name' }),
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
      said && list(Object.entries(said.remarks).map(([field, text]) => el('span', {}, el('strong', {}, `${fieldOf(sections, field)?.label ?? field}: `), text))))));
}
