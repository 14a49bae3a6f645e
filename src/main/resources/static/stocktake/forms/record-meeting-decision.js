/** The secretariat records what a meeting decided about a proposal; what it decided for is done at once. */
import { get, path, post } from './api.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { decidable, fieldsOf, showAsked } from './proposal-fields.js';
import { reading } from './proposal-reading.js';

const OUTCOMES = { decided: 'It decided for it', 'turned-down': 'It declined it', postponed: 'It put it off to another meeting' };
const ALWAYS = ['outcome', 'meeting', 'words'];

export async function mount(element, { initiative: id, host }) {
  const address = path`/api/proposals/${id}`;
  const view = await get(address);
  const { kind } = view.sent;
  const ofPlan = kind !== 'stakeholder';
  const brings = ['add', 'split'].includes(kind);
  const now = new Date().toISOString().slice(0, 10);
  const meetings = Object.fromEntries(view.choices.meetings.map((one) => [one, one]));
  const own = decidable(kind);
  const shown = deskForm(element, host, {
    intro: [
      view.expectedAt && el('p', {}, `It was put off to ${view.expectedAt}.`),
      el('p', {}, ofPlan ? 'What a meeting decides for is done with this record, by the rules of the plan; where the plan cannot take it any more, nothing is recorded and the reason is said.'
        : 'What a meeting decides for is done with this record: the stakeholder is in the register, and its contact is invited by mail.'),
      ...reading(view, host.level),
    ],
    sections: [{ title: 'The decision', fields: [
      { name: 'outcome', kind: 'select', required: true, label: 'What the meeting decided', options: OUTCOMES },
      { name: 'meeting', kind: 'select', required: true, label: 'Meeting', help: 'Which decided it, or to which it is put off', options: meetings },
      { name: 'day', kind: 'date', required: true, label: 'Day of the decision' },
      { name: 'from', kind: 'date', required: true, label: 'In force from', help: 'A day of UTC; it may lie ahead' },
      { name: 'id', kind: 'line', required: true, label: 'Id of the new initiative', help: 'The next one of its action is proposed', width: 'short' },
      ...fieldsOf(view.choices).filter(({ name }) => own.includes(name)).map((spec) => ({ ...spec, help: [spec.help, 'As it was decided'].filter(Boolean).join('. ') })),
      { name: 'words', kind: 'text', rows: 4, required: true, label: 'What was decided, or why it is put off', help: 'The proposer reads it' },
    ] }],
    content: { ...view.sent, reason: undefined, meeting: view.expectedAt ?? undefined, day: now, from: now, id: view.choices.nextIds[view.sent.action] },
    keptAs: `record-meeting-decision.${id}`,
    changed: () => tell(),
    act: { label: 'Record the decision', done: 'The decision is recorded, and the proposer told.', run: ({ outcome, meeting, day, from, words, id: newId, ...rest }) => post(`${address}/decision`, { outcome, meeting, day, from, words, id: newId, content: { ...view.sent, ...Object.fromEntries(own.map((name) => [name, rest[name] ?? null])) } }) },
  });

  function tell() {
    const { outcome } = shown.form.read();
    const decided = outcome === 'decided';
    showAsked(shown.form, '', [...ALWAYS, ...(outcome && outcome !== 'postponed' ? ['day'] : []), ...(decided && ofPlan ? ['from'] : []), ...(decided && brings ? ['id'] : []), ...(decided ? own : [])]);
  }
  tell();
}
