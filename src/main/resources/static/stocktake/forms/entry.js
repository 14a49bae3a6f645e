/** An update that the secretariat enters for others: begun and given its source by the secretariat, shown to everybody who reads it. */
import { csrfToken, get, path, post, put, remove } from './api.js';
import { attempt, confirm, refuse } from './asking.js';
import { clock } from './dates.js';
import { button, el, panel, paragraphs } from './dom.js';
import { keptForm } from './kept-form.js';
import { shelf, size } from './shelf.js';

/** Bytes. */
const LARGEST = 20 * 1024 * 1024;
const MAIL = 'mail';
const DESK = 'desk';
const FROM = { [MAIL]: 'It came by mail or as a file', [DESK]: 'It is a desk update, without a source' };

/** A part of the update's form, for whoever reads it. */
export async function entered(view) {
  const { update, me } = view;
  const place = path`/api/updates/${update.cycle}/${update.initiative}`;
  const { coordinators, open, last, mayBegin, mayConfirm } = await get(`${place}/entry`);
  return [
    open && (me.secretariat ? writing({ view, place, open }) : panel('note', undefined, el('p', {}, `The secretariat (${open.begunBy}) is entering this update for ${open.onBehalf} since ${clock(open.begunAt)}. You can write all the same: it is one text.`))),
    last && said({ update, place, last, mayConfirm }), mayBegin && begin({ view, place, coordinators }),
  ].flat().filter(Boolean);
}

/** What the last version was entered from. */
export async function enteredFrom({ cycle, initiative }) {
  const place = path`/api/updates/${cycle}/${initiative}`;
  const { last } = await get(`${place}/entry`);
  return last ? [said({ update: { cycle, initiative }, place, last })] : [];
}

function said({ update, place, last, mayConfirm }) {
  const whose = last.confirmedAt ? `${last.confirmedBy} has said for them that it is theirs (${clock(last.confirmedAt)}).` : 'They have not said yet that it is theirs.';
  const what = last.desk ? `Version ${last.number} is a desk update: the AES wrote it for ${last.onBehalf} from what it knows, and nobody there has written it.` : `Version ${last.number} was entered by the AES for ${last.onBehalf}.`;
  return panel(last.desk ? 'warning' : 'note', undefined, el('p', {}, `${what} ${whose}`),
    mayConfirm && el('p', {}, el('a', { href: path`/i/${update.cycle}/${update.initiative}/ours` }, 'Is it yours? Say so here')),
    (last.words || last.file) && el('details', {}, el('summary', {}, 'What it came from'), last.words && el('blockquote', {}, paragraphs(last.words)), last.file && file(place, last.file)));
}

/** The file, to be saved and never opened as a page, and what was found in it. */
function file(place, id) {
  const found = el('span', { class: 'st-help' });
  shelf(`${place}/files`).then(({ files }) => {
    const one = files.find((each) => each.id === String(id));
    found.textContent = one ? `${one.name}: ${one.found ?? one.kind}, ${size(one.length)}` : '';
  }, () => {});
  return el('p', {}, el('a', { href: `${place}/files/${id}`, download: '' }, 'The file that it came as'), ' ', found);
}

function begin({ view, place, coordinators }) {
  const notice = el('div', { class: 'st-asked' });
  const form = keptForm(`entry.${view.me.userId}.${place}`, [{ fields: [
    { name: 'from', kind: 'choice', required: true, label: 'Where it comes from', options: FROM },
    { name: 'words', kind: 'text', rows: 6, label: 'The mail that it came in', help: 'Reviewers and coordinators can read it; it is not printed. You can attach a file in the next step' },
  ] }], { from: MAIL }, { level: view.host.level + 1, changed: () => show() });
  const show = () => (form.fieldOf('words').hidden = form.read().from !== MAIL);
  show();
  const start = async () => {
    const { from, words } = form.read();
    if (await attempt({ form, notice, host: view.host }, () => post(`${place}/entry`, { desk: from === DESK, words }))) {
      form.forget();
      await view.again();
      view.host.setStatus(`You are entering the update for ${coordinators}.`);
    }
  };
  return el('details', { class: 'st-plan' }, el('summary', {}, `Enter the update for ${coordinators}`),
    el('p', {}, 'You write in this form as they do. It is shown as entered by the AES for them, they are asked by mail whether it is theirs, and it is reviewed like any other.'), notice, form.element,
    el('p', { class: 'st-buttons' }, button('Begin', start)));
}

function writing({ view, place, open }) {
  const { host } = view;
  const notice = el('div', { class: 'st-asked' });
  let attached = open.file;
  const shown = el('div', {}, attached && file(place, attached));
  const chooser = el('input', { type: 'file', id: 'st-entry-file', accept: '.eml,.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.webp', onchange: async () => {
    const [chosen] = chooser.files;
    if (!chosen) {
      return;
    }
    if (chosen.size > LARGEST) {
      refuse({ notice, host }, `“${chosen.name}” is larger than 20 MB: make it smaller, or attach a part of it.`);
      return;
    }
    try {
      attached = await send(`${place}/files`, chosen);
      await keepSource();
      shown.replaceChildren(file(place, attached));
    } catch (problem) {
      refuse({ notice, host }, problem.message);
    }
  } });
  const form = keptForm(`entry-source.${view.me.userId}.${place}`, [{ fields: [
    { name: 'from', kind: 'choice', required: true, label: 'Where it comes from', options: FROM },
    { name: 'words', kind: 'text', rows: 6, label: 'The mail that it came in', help: 'Reviewers and coordinators can read it; it is not printed' },
  ] }], { from: open.desk ? DESK : MAIL, words: open.words }, { level: host.level + 1, changed: () => {
    unsent = true;
    show();
  } });
  let unsent = form.begun;
  const attaching = el('div', { class: 'st-field' }, el('label', { for: chooser.id }, 'The file that it came as'), el('p', { class: 'st-help' }, 'The mail as it was saved (.eml), PDF, Word, Excel or a picture, up to 20 MB'), shown, chooser);
  const show = () => {
    const desk = form.read().from === DESK;
    form.fieldOf('words').hidden = desk;
    attaching.hidden = desk;
  };
  show();
  const keepSource = async () => {
    const { from, words } = form.read();
    await put(`${place}/entry`, { desk: from === DESK, words, file: attached ? Number(attached) : undefined });
    unsent = false;
    form.forget();
    host.setStatus('Where it comes from is kept.');
  };
  const keep = () => attempt({ form, notice, host }, keepSource);
  view.keepSource = () => (unsent ? keep() : true);
  const stop = async () => {
    if (await confirm(notice, 'Stop entering this update?', 'Yes, stop', el('p', {}, 'What is written stays as the draft of those who coordinate it.'))) {
      await view.text?.save();
      await remove(`${place}/entry`);
      view.text?.draft.stop();
      await view.again();
    }
  };
  return el('section', { class: 'st-plan', 'aria-label': 'Entered for others' }, panel('note', undefined, el('p', {}, `You enter this update for ${open.onBehalf} (begun by ${open.begunBy}, ${clock(open.begunAt)}). They are asked by mail whether it is theirs once you submit it.`)),
    notice, form.element, attaching, el('p', { class: 'st-buttons' }, button('Keep the source', keep), button('Stop entering', stop, 'st-button-light')));
}

async function send(address, chosen) {
  const response = await fetch(`${address}?name=${encodeURIComponent(chosen.name)}`, {
    method: 'POST', body: chosen, credentials: 'same-origin',
    headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json, application/problem+json', 'X-STOCKTAKE-CSRF': csrfToken() },
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.problems?.[0]?.message ?? answer.detail ?? answer.title ?? `“${chosen.name}” could not be sent (${response.status}): try again in a moment.`);
  }
  return answer.file?.id ?? answer.id;
}
