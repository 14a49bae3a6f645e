/** "Fine to print?": the secretariat proposes other words for an accepted text, its coordinators see both and answer. */
import { get, path, post } from './api.js';
import { attempt } from './asking.js';
import { clock } from './dates.js';
import { button, el, panel } from './dom.js';
import { buildForm } from './form.js';
import { fieldOf, sectionsFor } from './update-fields.js';

const FINE = { yes: 'Yes, print the words that the secretariat proposes', no: 'No, print what was accepted' };

/** Parts of the update's page: what waits for an answer, what was answered, and for the secretariat a form to propose. */
export async function wordings({ update, host, again }) {
  const place = path`/api/updates/${update.cycle}/${update.initiative}/wordings`;
  const { texts, wordings: all } = await get(place);
  const sections = sectionsFor(update, update.revision?.content);
  const named = (where) => nameOf(sections, where);
  const over = all.filter((one) => !one.mayAnswer);
  return [
    ...all.filter((one) => one.mayAnswer).map((one) => question(one, { place, host, again, name: named(one.field) })),
    ...over.map((one) => standing(one, { place, host, again, name: named(one.field) })),
    Object.keys(texts).length > 0 && proposal({ place, host, again, texts, named }),
  ].filter(Boolean);
}

/** Such as “Planned activities, 2: Expected output” for `plans.1.output`. */
function nameOf(sections, where) {
  const [field, row, cell] = where.split('.');
  const spec = fieldOf(sections, field);
  const asked = spec?.asked?.find(({ position }) => String(position) === row);
  if (row === undefined || asked) {
    return asked?.text ?? spec?.label ?? field;
  }
  return `${spec?.label ?? field}, ${Number(row) + 1}${cell && cell !== 'sentence' ? `: ${spec?.columns?.find((column) => column.name === cell)?.label ?? cell}` : ''}`;
}

function bothSides({ said, proposed, parts }) {
  const [before, after] = ['added', 'struck'].map((without) => parts.filter(({ kind }) => kind !== without)
    .map(({ kind, text }) => (kind === 'same' ? text : el(kind === 'struck' ? 'del' : 'ins', {}, text))));
  return el('div', { class: 'st-wordings' },
    el('div', {}, el('p', { class: 'st-answer-name' }, 'As it was accepted'), el('p', { class: 'st-prose' }, said && before)),
    el('div', {}, el('p', { class: 'st-answer-name' }, 'As the secretariat proposes'), el('p', { class: 'st-prose' }, proposed && after)));
}

function question(one, { place, host, again, name }) {
  const notice = el('div', { class: 'st-asked' });
  const form = buildForm([{ fields: [
    { name: 'agreed', kind: 'choice', required: true, label: 'Fine to print?', options: FINE },
    { name: 'sentence', kind: 'text', rows: 2, label: 'In a sentence', help: 'Required if you say no; the secretariat reads it.' },
  ] }], {}, { level: host.level + 1, changed: () => {} });
  const send = async () => {
    const { agreed, sentence } = form.read();
    const body = { agreed: agreed === undefined ? undefined : agreed === 'yes', sentence };
    if (await attempt({ form, notice, host }, () => post(`${place}/${one.id}/answer`, body))) {
      host.setStatus('Your answer is saved; the secretariat sees it.', 'done');
      await again();
    }
  };
  return panel('warning', `Other words are proposed for “${name}”`, el('p', {}, `${one.proposedBy} of the secretariat proposes them (${clock(one.proposedAt)}). Nothing changes unless you say yes.`),
    one.because && el('p', { class: 'st-prose' }, one.because), bothSides(one), notice, form.element, el('p', { class: 'st-buttons' }, button('Answer', send, 'st-button-primary')));
}

function standing(one, { place, host, again, name }) {
  const title = one.withdrawnAt ? `Other words for “${name}” were withdrawn`
    : one.agreed ? `“${name}” is reworded by the secretariat (${one.proposedBy}), agreed by ${one.answeredBy} on ${clock(one.answeredAt)}: version ${one.became}`
      : one.agreed === false ? `${one.answeredBy} did not agree to other words for “${name}” (${clock(one.answeredAt)}): the accepted words stay`
        : `Other words for “${name}” wait for the answer of the coordinators, since ${clock(one.proposedAt)}`;
  const notice = el('div', { class: 'st-asked' });
  const withdraw = async () => (await attempt({ notice, host }, () => post(`${place}/${one.id}/withdrawal`, {}))) && again();
  return el('details', { class: 'st-plan', open: one.mayWithdraw }, el('summary', {}, title), one.sentence && el('p', {}, el('q', {}, one.sentence)), bothSides(one), notice,
    one.mayWithdraw && el('p', { class: 'st-buttons' }, button('Withdraw it', withdraw)));
}

function proposal({ place, host, again, texts, named }) {
  const notice = el('div', { class: 'st-asked' });
  const before = el('div', {});
  const text = el('div', {});
  const chosen = () => choice.read().field;
  const choice = buildForm([{ fields: [{ name: 'field', kind: 'select', required: true, label: 'Which text', options: Object.fromEntries(Object.keys(texts).map((where) => [where, named(where)])) }] }], {}, {
    level: host.level + 1,
    changed: () => show(chosen()),
  });
  let form;
  const show = (field) => {
    form = field && buildForm([{ fields: [
      { name: 'text', kind: 'text', rows: 8, required: true, label: 'As you propose it' },
      { name: 'because', kind: 'text', rows: 2, label: 'Why', help: 'The coordinators read it in the mail.' },
    ] }], { text: texts[field] }, { level: host.level + 1, changed: () => {} });
    before.replaceChildren(...(field ? [el('p', { class: 'st-answer-name' }, 'As it was accepted'), el('p', { class: 'st-prose' }, texts[field])] : []));
    text.replaceChildren(...(form ? [form.element] : []));
  };
  const send = async () => {
    if (await attempt({ form: form || choice, notice, host }, () => post(place, { field: chosen(), ...form?.read() }))) {
      host.setStatus('The coordinators get one mail. Nothing changes unless they say yes.', 'done');
      await again();
    }
  };
  return el('details', { class: 'st-plan' }, el('summary', {}, 'Propose other words for an accepted text'),
    el('p', {}, 'The coordinators get one mail and see both wordings. The text changes only with their yes, as a version of its own. ', el('a', { href: '/desk/wordings' }, 'All proposed wordings')),
    notice, choice.element, before, text, el('p', { class: 'st-buttons' }, button('Ask whether it is fine to print', send)));
}
