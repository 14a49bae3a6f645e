/** The secretariat opens a reporting cycle: calendar, questions, and before anything happens a preview of whom it asks. */
import { addressees, ofMails } from './addressees.js';
import { get, post } from './api.js';
import { dateName, dateWords } from './consequences.js';
import { deskForm } from './desk-form.js';
import { zones } from './dates.js';
import { el, list, panel, present, button } from './dom.js';
import { mailTable } from './mail-table.js';
import { foreseen, LADDERS, ladderProblems, ladders, ladderSection } from './ladders.js';
import { FORMATS } from './meetings.js';
import { isBegun, mount as openCompletion } from './open-completion.js';

const MEETINGS = ['ISOM', 'SOM1', 'SOM2', 'ASEMME'];
const DATES = {
  request: ['Requests go out', 'At 09:00 on this day; 140 days before SOM2'],
  deadline: ['Deadline for coordinators', 'Until the end of this day; 98 days before SOM2'],
  freeze: ['End of gathering (freeze)', 'Nothing is taken in after this day; 70 days before SOM2'],
  reviews: ['Reviews done', '56 days before SOM2'],
  comments: ['Comments of the Standing Working Group', '28 days before SOM2'],
  papers: ['Papers go out', '14 days before SOM2'],
};
const NEEDED = { name: 'Give the cycle a name, such as ASEMME9.', title: 'Give the cycle a title, such as “From Bangkok to Malta”.', zone: 'Choose the time zone in which its days end.' };

export async function mount(element, { host }) {
  const proposed = {};
  let previewed;
  let people;

  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, button('Complete a draft of a plan instead', () => openCompletion(element, { host, instead: () => mount(element, { host }) }), 'st-button-light'),
        isBegun() && el('span', { class: 'st-help' }, 'You have begun to: what you entered is still in this browser.')),
      el('p', {}, 'A cycle runs from one ministers’ meeting to the next. Nothing is sent when you open it: the requests go out on their date.'),
    ],
    sections: sections(),
    content: { zone: zones()[0], ...LADDERS }, keptAs: 'open-cycle',
    changed: (now) => {
      previewed = undefined;
      host.setActions([{ label: 'Preview', run: shown.run }]);
      propose(shown.form, proposed, now);
    },
    act: {
      label: 'Preview', done: 'The cycle is open.',
      run: async (now) => {
        const cycle = asSent(now);
        if (previewed === JSON.stringify(cycle)) {
          await post('/api/cycles', { ...cycle, leftOut: people.leftOut() });
          return true;
        }
        refuseGaps(cycle);
        const preview = await post('/api/cycles/preview', cycle);
        previewed = JSON.stringify(cycle);
        people = addressees(ofMails(preview.requests ?? []), false);
        host.setActions([{ label: 'Open the cycle', done: 'The cycle is open.', run: shown.run }]);
        present(shown.notice, previewPanel(preview, cycle, people));
        return false;
      },
    },
  });
  if (shown.form.begun) {
    shown.notice.before(el('p', { class: 'st-help' }, 'What you entered earlier in this browser is still here. ', button('Start afresh', () => {
      shown.form.forget();
      mount(element, { host });
    }, 'st-button-quiet')));
  }
}

function sections() {
  return [
    {
      title: 'The cycle',
      fields: [
        { name: 'name', kind: 'line', required: true, width: 'short', label: 'Name', help: 'The ministers’ meeting it leads to: letters, digits and hyphens, such as ASEMME9' },
        { name: 'title', kind: 'line', required: true, label: 'Title', help: 'Such as “From Bangkok to Malta”' },
        { name: 'zone', kind: 'line', required: true, width: 'short', label: 'Time zone', help: 'A day ends at its last instant in this zone, such as Europe/Rome', suggestions: zones() },
      ],
    },
    {
      title: 'The four meetings',
      help: 'What is not known yet stays empty.',
      fields: [{
        name: 'meetings', kind: 'fixed', label: 'Meetings', items: MEETINGS.map((kind) => ({ key: { kind }, label: kind })),
        columns: [
          { name: 'planned', kind: 'date', label: 'First day' },
          { name: 'place', kind: 'line', label: 'Place' },
          { name: 'host', kind: 'line', label: 'Host' },
          { name: 'format', kind: 'select', label: 'How it is held', none: FORMATS['in-person'], options: { hybrid: FORMATS.hybrid, virtual: FORMATS.virtual } },
        ],
      }],
    },
    {
      title: 'The dates that follow',
      help: 'Proposed backwards from SOM2 as soon as its first day is given. You may change each of them.',
      fields: Object.entries(DATES).map(([name, [label, help]]) => ({ name, kind: 'date', required: true, label, help })),
    },
    ladderSection(),
    {
      title: 'Questions of this cycle',
      fields: [{ name: 'questions', kind: 'lines', most: 5, label: 'Extra questions to all coordinators', item: 'Question', help: 'Up to five, such as “What was the impact of COVID-19?”' }],
    },
  ];
}

/** Fills in the dates that follow from SOM2; what somebody has changed stays. */
async function propose(form, proposed, now) {
  const som2 = now.meetings?.find((meeting) => meeting.kind === 'SOM2')?.planned;
  if (!som2 || som2 === proposed.som2 || som2 < '2000') {
    return;
  }
  proposed.som2 = som2;
  const dates = await get(`/api/cycles/proposal?${new URLSearchParams({ som2, zone: now.zone ?? '' })}`).catch(() => ({}));
  const current = form.read();
  for (const name of Object.keys(DATES)) {
    if (dates[name] && (!current[name] || current[name] === proposed[name])) {
      form.set(name, dates[name]);
      proposed[name] = dates[name];
    }
  }
}

function asSent(now) {
  return {
    ...now,
    meetings: now.meetings ?? [],
    questions: now.questions ?? [],
    ...ladders(now),
  };
}

/** What is plainly missing is said before the preview; the server has the last word. */
function refuseGaps(cycle) {
  const problems = Object.entries({ ...NEEDED, ...Object.fromEntries(Object.keys(DATES).map((name) => [name, 'Choose a date.'])) })
    .filter(([name]) => !cycle[name]).map(([field, message]) => ({ field, message }));
  problems.push(...ladderProblems(cycle));
  if (problems.length) {
    throw Object.assign(new Error('The cycle cannot be opened yet. Please complete:'), { problems });
  }
}

function calendar(cycle) {
  const held = cycle.meetings.filter((meeting) => meeting.planned);
  return el('details', {}, el('summary', {}, `The dates, in ${cycle.zone} and where you are`), el('table', {},
    el('tbody', {}, [...Object.keys(DATES).map((date) => [dateName(date), dateWords(date, cycle[date], cycle.zone)]),
      ...held.map((meeting) => [meeting.kind, dateWords(meeting.kind, meeting.planned, cycle.zone)])]
      .map(([name, words]) => el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, words))))));
}

function previewPanel({ asked = [], withoutContact = [], withoutCoordinator = [], warnings = [], reminders = [], mails = [], mailsFound = 0 }, cycle, people) {
  const contacts = new Set(asked.flatMap((party) => party.contacts)).size;
  const initiatives = new Set(asked.flatMap((party) => party.initiatives)).size;
  return panel('note', `This cycle asks ${asked.length} parties (${contacts} contacts) about ${initiatives} initiatives. Nothing has happened yet: read on, then choose “Open the cycle”.`,
    warnings.length > 0 && panel('warning', 'Please check', list(warnings)),
    withoutCoordinator.length > 0 && [el('p', { class: 'st-panel-title' }, 'Initiatives that have nobody: each becomes a task “Find a coordinator”'),
      list(withoutCoordinator.map((one) => `${one.initiative} ${one.title}${one.host ? ` (names only a host: ${one.host})` : ''}`))],
    withoutContact.length > 0 && [el('p', { class: 'st-panel-title' }, 'Parties without a contact: nobody there gets a mail until one is added'),
      list(withoutContact.map((one) => `${one.party}: ${one.initiatives.join(', ')}`))],
    calendar(cycle),
    people.element,
    foreseen(reminders),
    mails.length > 0 && el('details', {}, el('summary', {}, `Every mail to come, as long as nobody answers: ${mailsFound.toLocaleString('en-GB')}`),
      mailTable(mails, cycle.zone, mailsFound > mails.length ? `The first ${mails.length}. Once the cycle is open, all of them stand in Cockpit's mail plan.` : undefined)),
    el('details', { open: asked.length < 6 }, el('summary', {}, 'Whom it asks'), el('table', {},
      el('thead', {}, el('tr', {}, ['Party', 'Contacts', 'Initiatives'].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, asked.map((one) => el('tr', {}, el('td', {}, one.party), el('td', {}, one.contacts.join(', ')), el('td', {}, one.initiatives.join(', '))))))));
}
