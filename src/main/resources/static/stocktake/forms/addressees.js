/** Whom an act writes to: everybody has a tick that can be taken away. */
import { el } from './dom.js';
import { shorten, STOPS } from './mail-table.js';

/**
 * `people` are `{contact, name, email, parties, initiatives, note}`; who is held already is told with `stop` and has no tick.
 * `leftOut()` answers the contacts whose tick was taken away.
 */
export function addressees(people, open = people.length < 6) {
  const boxes = new Map(people.filter((one) => !one.stop).map((one) => [one.contact, el('input', { type: 'checkbox', checked: true, onchange: () => say() })]));
  const summary = el('summary');
  const say = () => {
    const out = [...boxes.values()].filter((box) => !box.checked).length;
    const number = boxes.size - out;
    summary.textContent = `Who is written to: ${number.toLocaleString('en-GB')} ${number === 1 ? 'person' : 'people'}, one mail each${out ? `; ${out} left out` : ''}`;
  };
  say();
  const element = el('details', { open, class: 'st-addressees' }, summary,
    el('p', {}, 'Take the tick away from whom this is not to be sent to. That is recorded, and shown in the mail plan.'),
    el('ul', { class: 'st-ticks' }, people.map((one) => el('li', {}, el('label', {}, boxes.get(one.contact), ' ', words(one))))));
  return { element, leftOut: () => [...boxes].filter(([, box]) => !box.checked).map(([contact]) => contact) };
}

/** The same for mails of the plan. */
export const ofMails = (mails) => mails.map((mail) => ({
  ...mail,
  initiatives: mail.lines.map((line) => line.initiative).filter(Boolean),
  note: mail.lines.every((line) => line.kind === 'inform') ? 'for their information' : undefined,
}));

function words({ name, email, parties, initiatives, note, stop }) {
  return `${name} <${email}>${parties ? ` (${parties})` : ''}: ${shorten(initiatives)}${note ? `, ${note}` : ''}${stop ? `. Not mailed: ${STOPS[stop] ?? stop}` : ''}`;
}
