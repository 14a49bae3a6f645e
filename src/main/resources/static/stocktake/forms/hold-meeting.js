/** The secretariat says what became of a meeting: held, postponed or dropped. */
import { path, post } from './api.js';
import { confirm } from './asking.js';
import { following } from './consequences.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { introOf, meanwhile, meetingOf, without } from './meetings.js';

const POSTPONED = { postponed: 'Postponed: it takes place later' };
const DROPPED = { dropped: 'Dropped: it does not take place' };

/** Which fields an outcome asks for. */
const FIELDS = { held: ['heldOn'], postponed: ['planned', 'reason'], dropped: ['reason'] };

export async function mount(element, { cycle, meeting: kind, host }) {
  const shown = await meetingOf(cycle, kind);
  outcomeForm(element, { cycle, shown, host, options: { held: 'Held', ...POSTPONED, ...DROPPED } });
}

/** The same before the meeting's day, in the place of another form of it: it cannot have been held. */
export function offMount(element, { cycle, shown, host, back }) {
  outcomeForm(element, { cycle, shown, host, options: { ...POSTPONED, ...DROPPED }, others: [{ label: 'Back', run: back }] });
  return false;
}

function outcomeForm(element, { cycle, shown, host, options, others = [] }) {
  const { meeting, minutes } = shown;
  const { kind } = meeting;
  const { form, notice } = deskForm(element, host, {
    intro: [introOf(shown, cycle)],
    content: { outcome: options.held && 'held', heldOn: meeting.planned },
    sections: [{
      title: options.held ? `What became of ${kind}` : `What becomes of ${kind}`,
      fields: [
        { name: 'outcome', kind: 'choice', required: true, label: options.held ? `Was ${kind} held?` : `Is ${kind} postponed or dropped?`, options },
        { name: 'heldOn', kind: 'date', required: true, label: 'First day', help: 'On which it was held' },
        { name: 'planned', kind: 'date', label: 'New first day', help: 'Leave it empty as long as there is none' },
        { name: 'reason', kind: 'line', required: true, label: 'Reason', help: 'In a few words, for those who look it up later' },
      ],
    }],
    changed: (content) => showAsked(form, content),
    act: {
      label: 'Save the outcome', done: `The outcome of ${kind} is saved.`,
      run: async (said) => {
        const follows = said.outcome === 'postponed' && await following(cycle, shown, said.planned);
        return (!complete(said) || await confirm(notice, ...question(said, kind, minutes), follows))
          && post(path`/api/cycles/${cycle}/meetings/${kind}/outcome`, { ...said, leftOut: follows ? follows.leftOut?.() : undefined });
      },
    },
    others,
  });
  showAsked(form, form.read());
}

function showAsked(form, { outcome }) {
  for (const name of ['heldOn', 'planned', 'reason']) {
    form.fieldOf(name).hidden = !FIELDS[outcome]?.includes(name);
  }
}

/** What is incomplete is not asked about: the server says what is missing. */
function complete({ outcome, heldOn, reason }) {
  return outcome === 'held' ? heldOn : outcome && reason;
}

function question({ outcome, heldOn, planned }, kind, minutes) {
  switch (outcome) {
    case 'held':
      return [`Was ${kind} held on ${day(heldOn)}?`, 'Yes, it was', el('p', {},
        `Then ${minutes.length ? '“Adopt previous minutes” and “Record the meeting” are' : '“Record the meeting” is'} next. This cannot be undone.`)];
    case 'postponed':
      return [planned ? `Postpone ${kind} to ${day(planned)}?` : `Postpone ${kind} without a new date?`, 'Yes, postpone it', el('p', {},
        `Then “Confirm date and host” is next once more. ${meanwhile(kind)}`)];
    default:
      return [`Drop ${kind}?`, 'Yes, drop it', el('p', {},
        `Then nothing more is asked about it, and the report says that it was dropped. ${without(kind)} This cannot be undone.`)];
  }
}
