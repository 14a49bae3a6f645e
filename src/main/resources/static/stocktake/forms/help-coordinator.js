/** The secretariat helps coordinators: chooses initiatives and one act for all of them, sees what comes of it, does it. */
import { get, path, post } from './api.js';
import { deskForm, wished } from './desk-form.js';
import { el, list, panel, present } from './dom.js';
import { grantFields, grantOf } from './extending.js';
import { initiativePicker } from './initiative-picker.js';
import { takeInLate } from './take-in-late.js';

const ACTS = {
  'more-time': 'Give more time', 'hand-over': 'Have somebody else take over', remind: 'Remind now',
  'accept-late': 'Accept what came late, after the gathering', enter: 'Enter for them',
};
const DO = { 'more-time': 'Give more time', 'hand-over': 'Hand over', remind: 'Send the reminders', 'accept-late': 'Accept the drafts', enter: 'Begin to enter' };
const FIELDS = { 'more-time': ['until', 'pastFreeze', 'reason'], 'hand-over': ['leaving', 'name', 'email', 'party', 'reason'], remind: [], 'accept-late': ['reason'], enter: [] };
const WORDS = {
  'more-time': 'The days of all others stay. Their coordinators are told the new day in one mail each; reminders count from it.',
  'hand-over': 'It counts at once: the successor has the draft and all that was said, and whoever hands over has no access any more. A colleague in the same party takes over all that the party coordinates.',
  remind: 'Everybody who coordinates one of them gets one mail now, beside the reminders of the ladder. Nobody gets two on one day.',
  'accept-late': 'Several at once: the drafts that were left are taken in as they stand. One alone: you may write what came by another way. It counts as accepted and the draft report has to be compiled again.',
  enter: 'For what came by mail or on the telephone: you write in their form, and they are asked to confirm it. The links to the forms are shown when you have begun.',
};
const SETTLED = 250;

export async function mount(element, { host }) {
  const cycles = await get('/api/help');
  if (!cycles.length) {
    element.replaceChildren(el('p', { class: 'st-reading' }, 'There is nobody to help: no cycle has asked for updates yet, or all are over.'));
    return;
  }
  const place = el('div', { class: 'st-form' });
  const ofCycle = (cycle) => help(place, host, cycle);
  const first = cycles.find(({ name }) => name === wished('cycle')) ?? cycles[0];
  element.replaceChildren(...(cycles.length > 1 ? [chooser(cycles, first, ofCycle)] : []), place);
  await ofCycle(first);
}

function chooser(cycles, first, choose) {
  const select = el('select', { id: 'st-help-cycle', onchange: () => choose(cycles.find(({ name }) => name === select.value)) },
    cycles.map(({ name, title }) => el('option', { value: name, selected: name === first.name }, `${name} ${title}`)));
  return el('div', { class: 'st-field' }, el('label', { for: select.id }, 'Which cycle'), select);
}

async function help(place, host, cycle) {
  const people = path`/api/help/${cycle.name}/people`;
  const { parties } = await get(people);
  const address = path`/api/help/${cycle.name}`;
  let seen;
  let done;
  const forget = () => {
    seen = undefined;
    host.setActions([{ label: 'Show what follows', run: () => shown.run() }]);
  };
  const picker = initiativePicker(cycle.name, () => {
    forget();
    whoCould();
  }, cycle.name === wished('cycle') ? wished('initiative') : undefined);
  const shown = deskForm(place, host, {
    intro: [el('p', {}, `${cycle.title} (${cycle.name}): ${cycle.state === 'gathering' ? 'updates are being gathered' : 'the gathering is over'}. Choose the initiatives, then what to do. Nothing is done before you have seen what follows from it.`), picker.element],
    sections: [{ title: 'What to do', fields: [
      { name: 'act', kind: 'choice', required: true, label: 'What to do for them', options: ACTS },
      { name: 'leaving', kind: 'select', required: true, label: 'Who hands over', none: 'Choose the initiatives first', options: {} },
      { name: 'name', kind: 'line', required: true, label: 'Who takes over', help: 'First name and last name' },
      { name: 'email', kind: 'line', type: 'email', required: true, label: 'Their e-mail address' },
      { name: 'party', kind: 'line', label: 'For whom they speak', suggestions: parties, help: 'The name or acronym of a party, as in the register. Left empty: a colleague in the same party' },
      ...grantFields('In a few words, for those who look it up later. It is not mailed.'),
    ] }],
    changed: () => {
      tell();
      forget();
    },
    act: {
      label: 'Show what follows',
      run: async (said) => {
        const wanted = asked(said, picker.chosen());
        if (said.act === 'accept-late' && wanted.initiatives.length === 1) {
          await takeInLate(place, host, { cycle: cycle.name, initiative: wanted.initiatives[0] });
          return false;
        }
        if (seen && seen === JSON.stringify(wanted)) {
          await post(address, { ...wanted, initiatives: done });
          return said.act === 'enter' ? lead(shown, cycle.name, done) : true;
        }
        const preview = await post(`${address}/preview`, wanted);
        done = preview.helped;
        seen = done.length ? JSON.stringify(wanted) : undefined;
        if (done.length) {
          host.setActions([{ label: `${DO[said.act]}: ${count(done.length, 'initiative')}`, done: `Done for ${count(done.length, 'initiative')}: ${done.join(', ')}.`, run: () => shown.run() }]);
        }
        present(shown.notice, previewPanel(said.act, preview));
        return false;
      },
    },
  });
  const leaving = shown.form.fieldOf('leaving').querySelector('select');
  let last = 0;
  /** Once the choice has settled: only who coordinates one of what is chosen can hand over. */
  async function whoCould() {
    const mine = ++last;
    await new Promise((settled) => setTimeout(settled, SETTLED));
    const chosen = picker.chosen();
    const { speakers } = mine === last && chosen.length ? await get(`${people}?${new URLSearchParams(chosen.map((id) => ['initiative', id]))}`) : { speakers: [] };
    if (mine === last) {
      const before = leaving.value;
      leaving.replaceChildren(el('option', { value: '' }, chosen.length ? 'Choose …' : 'Choose the initiatives first'),
        ...speakers.map((one) => el('option', { value: String(one.contact) }, `${one.name} (${one.parties}): ${one.initiatives.split(' ').slice(0, 4).join(', ')}`)));
      leaving.value = speakers.some(({ contact }) => String(contact) === before) ? before : '';
    }
  }
  const explained = el('p', { class: 'st-help', 'aria-live': 'polite' });
  shown.form.fieldOf('act').after(explained);
  const tell = () => {
    const { act } = shown.form.read();
    const fields = FIELDS[act] ?? [];
    [...new Set(Object.values(FIELDS).flat())].forEach((name) => (shown.form.fieldOf(name).hidden = !fields.includes(name)));
    explained.textContent = WORDS[act] ?? '';
  };
  tell();
}

/** What is asked of the server: only what belongs to the act. */
function asked({ act, leaving, name, email, party, reason, ...grant }, initiatives) {
  if (!act || !initiatives.length) {
    throw Object.assign(new Error('Nothing is done yet. Please complete:'), { problems: [
      !initiatives.length && { field: 'initiatives', message: 'Choose at least one initiative.' }, !act && { field: 'act', message: 'Choose what to do.' }].filter(Boolean) });
  }
  return {
    act, initiatives,
    ...(act === 'more-time' && { grant: grantOf({ ...grant, reason }) }),
    ...(act === 'hand-over' && { leaving: leaving && Number(leaving), successor: { name, email, reason }, party }),
    ...(act === 'accept-late' && { reason }),
  };
}

function previewPanel(act, { helped, refused, mails, leftOut }) {
  return panel('note', helped.length ? `${ACTS[act]}: ${count(helped.length, 'initiative')}. Nothing is done yet. Read on, then choose “${DO[act]}”.` : 'It can be done for none of them.',
    refused.length > 0 && panel('warning', `It cannot be done for ${count(refused.length, 'initiative')}; they are left alone`, list(refused.map(({ initiative, why }) => `${initiative}: ${why}`))),
    helped.length > 0 && el('p', {}, `For ${helped.join(', ')}.`),
    helped.length > 0 && (mails.length
      ? el('details', { open: mails.length < 11 }, el('summary', {}, `Who is mailed: ${count(mails.length, 'person', 'people')}`),
        list(mails.map(({ name, email, initiatives, kept }) => `${name} <${email}>${initiatives && `: ${initiatives}`}${kept ? '. Kept until their address is mended' : ''}`)))
      : el('p', {}, el('strong', {}, 'Nobody gets a mail about it.'))),
    leftOut.length > 0 && [el('p', { class: 'st-panel-title' }, `Who is left out: ${count(new Set(leftOut.map(({ contact }) => contact)).size, 'person', 'people')}`),
      list(leftOut.map(({ name, email, initiative, why }) => `${name} <${email}>, ${initiative}: ${why}`))]);
}

/** Entering goes on in the forms: the dialog stays and shows them. */
function lead({ notice }, cycle, initiatives) {
  present(notice, panel('done', `You are entering ${count(initiatives.length, 'update')}`, list(initiatives.map((initiative) => el('a', { href: path`/i/${cycle}/${initiative}`, target: '_blank' }, `Open the form of ${initiative}`)))));
  return false;
}

const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
