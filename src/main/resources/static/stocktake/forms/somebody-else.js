/** Somebody else: a colleague who helps for a while, a successor, or nobody here: it is not ours. */
import { get, path, post, remove } from './api.js';
import { attempt, confirm, refuse } from './asking.js';
import { clock, deadline } from './dates.js';
import { button, el, panel } from './dom.js';
import { keptForm } from './kept-form.js';

const CHOICES = { helps: 'Somebody helps me', takesOver: 'Somebody takes over from me', notOurs: 'It is not ours' };
const FIELDS = { helps: ['name', 'email', 'until', 'maySubmit'], takesOver: ['name', 'email', 'party', 'newParty', 'reason'], notOurs: ['because'] };
const COLLEAGUE = 'colleague';
const MISSING = 'missing';

/** A part of the update's form; a helper reads in it what they may do. */
export async function somebodyElse(view) {
  const { update, host } = view;
  const place = path`/api/updates/${update.cycle}/${update.initiative}`;
  const known = await get(`${place}/somebody-else`);
  if (known.helping) {
    const { party, askedBy, until, maySubmit } = known.helping;
    return [panel('note', undefined, el('p', {}, `You help ${party} with this update until ${deadline(until, known.zone)}, as ${askedBy} has asked. ${maySubmit ? 'You may submit it, too.' : `You cannot submit it: ${party} does.`}`))];
  }
  if (!known.own) {
    return [];
  }
  const notice = el('div', { class: 'st-asked' });
  const { form, parts } = asking({ known, place, notice, view, host });
  return [waiting(known), el('details', { class: 'st-plan', open: form.begun }, el('summary', {}, 'Somebody else'),
    helpers({ known, place, notice, view }), notice, ...parts)].filter(Boolean);
}

function waiting({ handOver }) {
  if (!handOver || handOver.outcome === 'confirmed' || handOver.outcome === 'not-needed') {
    return undefined;
  }
  return handOver.outcome === 'refused'
    ? panel('warning', undefined, el('p', {}, `The secretariat has not confirmed that ${handOver.name} takes over: ${handOver.answer}`))
    : panel('note', undefined, el('p', {}, `${handOver.askedBy} has asked that ${handOver.name} (${handOver.party ?? handOver.from}) takes over (${clock(handOver.askedAt)}). The secretariat has not confirmed it yet: until then nothing changes.`));
}

function helpers({ known, place, notice, view }) {
  const end = (help) => async () => {
    if (await confirm(notice, `Should ${help.name} stop helping?`, 'Yes, at once', el('p', {}, 'What they have written stays.'))) {
      try {
        await remove(`${place}/helpers/${help.id}`);
        await view.again();
      } catch (problem) {
        refuse({ notice, host: view.host }, problem.message);
      }
    }
  };
  return known.helpers.length > 0 && el('div', {}, el('p', {}, 'Helping now:'), el('ul', { class: 'st-list' }, known.helpers.map((help) => el('li', {},
    `${help.name} (${help.email}) for ${help.party}, until ${deadline(help.until, known.zone)}${help.maySubmit ? '; may submit' : ''} `,
    button(`End the help of ${help.name}`, end(help), 'st-button-light')))));
}

function asking({ known, place, notice, view, host }) {
  const parties = { [COLLEAGUE]: `A colleague in ${known.own}`, ...Object.fromEntries(known.parties.map(({ id, label }) => [String(id), label])), [MISSING]: 'Another one, not in this list' };
  const form = keptForm(`somebody-else.${view.me.userId}.${place}`, [{ fields: [
    { name: 'what', kind: 'choice', required: true, label: 'What is it', options: CHOICES },
    { name: 'name', kind: 'line', required: true, label: 'Name of the person' },
    { name: 'email', kind: 'line', type: 'email', required: true, label: 'E-mail address', help: 'They get a mail there with the link to this form, and sign in with it' },
    { name: 'until', kind: 'date', required: true, label: 'Until which day', help: `The end of that day counts in ${known.zone}; then their access ends by itself` },
    { name: 'maySubmit', kind: 'check', label: 'They may submit the update, too' },
    { name: 'party', kind: 'select', required: true, label: 'For whom do they speak', options: parties },
    { name: 'newParty', kind: 'line', required: true, label: 'Name of that party' },
    { name: 'reason', kind: 'line', required: true, label: 'Why', help: 'The secretariat reads it and confirms' },
    { name: 'because', kind: 'text', rows: 3, required: true, label: 'Why it is not yours', help: 'The secretariat reads it and finds somebody else' },
  ] }], { party: COLLEAGUE }, { level: host.level + 1, changed: () => show() });
  const explained = el('p', { 'aria-live': 'polite' });
  const send = button('Ask', () => asked({ known, place, notice, view, form }), 'st-button-primary');
  const show = () => {
    const said = form.read();
    for (const name of new Set(Object.values(FIELDS).flat())) {
      form.fieldOf(name).hidden = !(FIELDS[said.what] ?? []).includes(name) || (name === 'newParty' && said.party !== MISSING);
    }
    const words = explanation(said, known);
    if (explained.textContent !== words) {
      explained.textContent = words;
    }
    send.hidden = !said.what;
    send.textContent = { helps: 'Let them help', takesOver: 'Ask the secretariat to confirm', notOurs: 'Say that it is not ours' }[said.what] ?? 'Ask';
  };
  show();
  return { form, parts: [form.element, explained, el('p', { class: 'st-buttons' }, send)] };
}

function explanation({ what, party }, { own, everything, initiative }) {
  switch (what) {
    case 'helps':
      return 'They write in this form as you do, on the page that their mail leads to, from now on.';
    case 'takesOver':
      return party === COLLEAGUE
        ? `Once the secretariat confirms it, they speak for ${own} in all that it coordinates (${everything.join(', ')}), and you do not any more. The draft and all that was said go along; you are both told by mail.`
        : `Once the secretariat confirms it, ${initiative} is theirs, and nobody of ${own} has access to it any more. The draft and all that was said go along; all are told by mail.`;
    case 'notOurs':
      return 'You cannot write this update any more; what was written stays.';
    default:
      return 'A colleague may help you for a while, or somebody may take over; or tell the secretariat that it is not yours.';
  }
}

async function asked({ known, place, notice, view, form }) {
  const { host, update } = view;
  const { what, name, email, until, maySubmit, party, newParty, reason, because } = form.read();
  if (what === 'notOurs' && because && !(await confirm(notice, `Is ${update.initiative} not yours?`, 'Yes, it is not ours', el('p', {}, 'The secretariat is told, and finds somebody else.')))) {
    return;
  }
  const other = party && ![COLLEAGUE, MISSING].includes(party) ? Number(party) : undefined;
  if (what === 'takesOver' && party === MISSING && !newParty) {
    form.mark('error', [{ field: 'newParty', message: 'Say what the party is called.' }]);
    form.goTo('newParty');
    return;
  }
  const calls = {
    helps: () => post(`${place}/helpers`, { name, email, until, maySubmit: Boolean(maySubmit) }),
    takesOver: () => post(`${place}/hand-over`, { name, email, reason, party: other, newParty: party === MISSING ? newParty : undefined }),
    notOurs: () => post(`${place}/answer`, { answer: 'not-ours', because }),
  };
  const done = {
    helps: `${name} may write from now on and gets a mail.`,
    takesOver: 'The secretariat is asked to confirm it. Until then nothing changes.',
    notOurs: 'The secretariat knows that it is not yours, and you are not asked for it any more.',
  };
  await view.text?.save();
  if (await attempt({ form, notice, host }, calls[what])) {
    form.forget();
    if (what === 'notOurs') {
      view.text?.done();
      view.element.replaceChildren(panel('note', undefined, el('p', {}, done[what])));
      host.setActions([]);
    } else {
      await view.again();
    }
    host.setStatus(done[what]);
  }
}
