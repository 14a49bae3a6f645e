/** The secretariat decides whether to write to somebody above a party's contacts: as proposed, in softer words, or not. */
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el, list } from './dom.js';

/** Which fields a choice asks for. */
const FIELDS = { send: [], soften: ['subject', 'text'], hold: ['reason'] };

const DONE = 'Your decision on this escalation is saved.';

export async function mount(element, { cycle, party, host }) {
  const place = path`/api/cycles/${cycle}/escalations/${party}`;
  const proposed = await get(place);
  const { superior, subject, text } = proposed;
  const preview = superior && proposal(proposed);
  const { form, notice } = deskForm(element, host, {
    // words about what has come meanwhile are not kept
    keptAs: `escalation.${cycle}.${party}.${proposed.owed.map(({ initiative, due }) => `${initiative} ${due}`).join()}`,
    intro: [...about(proposed, cycle), preview],
    content: { subject, text },
    sections: [{
      title: 'Your decision',
      fields: [
        { name: 'choice', kind: 'choice', required: true, label: 'What becomes of it?', options: options(superior) },
        { name: 'subject', kind: 'line', required: true, label: 'Subject' },
        { name: 'text', kind: 'text', required: true, rows: 18, label: 'Text', help: 'An empty line begins a paragraph. It is sent as you leave it here.' },
        { name: 'reason', kind: 'line', required: true, label: 'Reason', help: 'Why it is not sent, for those who look it up later' },
      ],
    }],
    changed: (content) => show(form, preview, content),
    act: {
      label: 'Decide', done: DONE,
      run: async ({ choice, reason, ...words }) => {
        const said = choice === 'send' ? { choice, subject, text } : choice === 'hold' ? { choice, reason } : { choice, subject: words.subject, text: words.text };
        return (!isSent(said) || await confirm(notice, `Send this to ${superior.name}?`, 'Yes, send it', el('p', {},
          `It goes to ${superior.email} within two minutes. This cannot be undone, and nothing more is proposed about ${proposed.party} in ${cycle}.`)))
          && post(place, said);
      },
    },
  });
  show(form, preview, form.read());
}

/** Whether it can be asked about: what is missing the server says. */
const isSent = ({ choice, subject, text }) => choice !== 'hold' && subject && text && choice;

function show(form, preview, { choice }) {
  for (const name of ['subject', 'text', 'reason']) {
    form.fieldOf(name).hidden = !FIELDS[choice]?.includes(name);
  }
  if (preview) {
    preview.hidden = choice === 'soften';
  }
}

function options(superior) {
  const hold = { hold: 'Hold: nothing is sent' };
  return superior ? { send: 'Send it as it stands', soften: 'Soften: change the words, then send it', ...hold } : hold;
}

function about({ party, zone, contacts, owed, superior }, cycle) {
  return [
    el('p', {}, `The last reminder in ${cycle} has gone by, and ${party} still owes what is listed here. You may write to somebody above its contacts; nothing is sent unless you say so. `,
      'If everything comes before you decide, this task goes by itself.'),
    list(owed.map(({ initiative, title, due }) => `${initiative} ${title}: due at the end of ${day(due)} (${zone})`)),
    el('dl', { class: 'st-facts' },
      fact('Reminded', contacts.join(', ') || 'nobody: the party has no contact'),
      fact('Superior', superior ? `${superior.name}, ${superior.email}` : 'none is entered any more')),
    el('p', {}, el('a', { href: '/desk/superiors', target: '_blank' }, 'Superiors'), ': change the address there, then reload this form.'),
  ];
}

/** The words as the template has them. */
function proposal({ subject, text }) {
  return el('section', { class: 'st-panel st-panel-note', 'aria-label': 'Proposed mail' },
    el('p', {}, el('strong', {}, subject)),
    text.split('\n\n').map((paragraph) => el('p', {}, paragraph.split('\n').flatMap((one, number) => (number ? [el('br'), one] : [one])))));
}

function fact(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}
