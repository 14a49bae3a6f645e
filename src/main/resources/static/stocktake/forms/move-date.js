/** The secretariat moves a date: first every consequence is shown, then it counts at once. */
import { addressees } from './addressees.js';
import { get, path, post } from './api.js';
import { consequencesPanel, dateName, foresee, told } from './consequences.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el, list, present } from './dom.js';

export async function mount(element, { host }) {
  const cycles = await get('/api/cycles');
  const all = cycles.flatMap((cycle) => cycle.dates.map((date) => ({ ...date, cycle: cycle.name, zone: cycle.zone })));
  const movable = all.filter((date) => !date.stands);
  if (!movable.length) {
    element.replaceChildren(el('p', {}, 'There is no date to move: no cycle is under way.'));
    return;
  }
  let previewed;
  let people;
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, 'Nothing moves before you have seen what follows from it. Deadlines that hang on a meeting go along with it; a date that you move itself becomes a date of its own.'),
    ],
    sections: [{
      title: 'The date',
      fields: [
        { name: 'date', kind: 'select', required: true, label: 'Which date', options: Object.fromEntries(movable.map((date) => [keyOf(date), labelOf(date, cycles.length > 1)])) },
        { name: 'to', kind: 'date', required: true, label: 'New day', help: 'The first day of a meeting; a deadline ends with its day' },
        { name: 'reason', kind: 'line', required: true, label: 'Reason', help: 'In a few words, for those who look it up later. It is not mailed.' },
      ],
    }],
    changed: () => {
      previewed = undefined;
      host.setActions([{ label: 'Show what follows', run: shown.run }]);
    },
    act: {
      label: 'Show what follows',
      run: async ({ date: key, to, reason }) => {
        refuseGaps({ key, to, reason });
        const date = movable.find((one) => keyOf(one) === key);
        const move = { to, version: date.version, reason };
        if (previewed === JSON.stringify([key, move])) {
          await post(path`/api/cycles/${date.cycle}/dates/${date.date}`, { ...move, leftOut: people.leftOut() });
          return true;
        }
        const consequences = await foresee(date.cycle, date.date, move);
        previewed = JSON.stringify([key, move]);
        people = addressees(told(consequences));
        host.setActions([{ label: 'Move the date', done: `${dateName(date.date)} of ${date.cycle} is moved to ${day(to)}.`, run: shown.run }]);
        present(shown.notice, consequencesPanel(`${dateName(date.date)} of ${date.cycle}: nothing has moved yet. Read on, then choose “Move the date”.`, date.zone, consequences, people.element));
        return false;
      },
    },
  });
  element.append(standing(all.filter((date) => date.stands)));
}

const keyOf = ({ cycle, date }) => `${cycle}/${date}`;

function labelOf({ cycle, date, on, hangsOn }, several) {
  return [`${dateName(date)}: ${on ? day(on) : 'no day yet'}`, hangsOn && `goes with ${hangsOn}`, several && cycle].filter(Boolean).join(' · ');
}

function standing(dates) {
  return el('details', { hidden: dates.length === 0 }, el('summary', {}, `Dates that cannot be moved any more (${dates.length})`),
    list(dates.map((date) => `${dateName(date.date)} of ${date.cycle}: ${date.stands}`)));
}

/** What is plainly missing is said before the look ahead; the server has the last word. */
function refuseGaps({ key, to, reason }) {
  const problems = [
    !key && { field: 'date', message: 'Choose the date that moves.' },
    !to && { field: 'to', message: 'Give the new day.' },
    !reason && { field: 'reason', message: 'Say in a few words why the date moves.' },
  ].filter(Boolean);
  if (problems.length) {
    throw Object.assign(new Error('Nothing is moved yet. Please complete:'), { problems });
  }
}
