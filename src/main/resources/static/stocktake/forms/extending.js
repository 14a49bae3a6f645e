/** How the secretariat gives more time to one update: every consequence first, then it counts. */
import { get, path, post } from './api.js';
import { consequencesPanel } from './consequences.js';
import { day } from './dates.js';
import { present } from './dom.js';

export const PAST_FREEZE = 'pastFreeze';

/** The fields of a grant. */
export const grantFields = (reasonHelp) => [
  { name: 'until', kind: 'date', required: true, label: 'New day', help: 'They may submit until the end of that day in the cycle’s zone' },
  { name: PAST_FREEZE, kind: 'check', label: 'It may come after the end of gathering (freeze): the draft report is compiled without it and has to be compiled again' },
  { name: 'reason', kind: 'line', required: true, label: 'Reason', help: reasonHelp },
];

/**
 * Two steps of one action: `run({ place, grant })` shows what follows and offers "Give more time", which does it once
 * nothing has changed since. `forget` hears that something was typed.
 */
export function granting({ host, shown, actions = () => [], whom }) {
  let previewed;
  const offer = (label, done) => host.setActions([{ label, done, run: () => shown().run() }, ...actions()]);
  return {
    label: 'Show what follows',
    forget() {
      previewed = undefined;
      offer('Show what follows');
    },
    async run({ cycle, initiative, grant }) {
      const place = path`/api/updates/${cycle}/${initiative}/extension`;
      const now = JSON.stringify([place, grant]);
      if (previewed === now) {
        await post(place, grant);
        return true;
      }
      const [{ zone }, { from, to, ...consequences }] = await Promise.all([get(path`/api/cycles/${cycle}`), post(`${place}/preview`, grant)]);
      previewed = now;
      offer('Give more time', `${whom(initiative)} may be submitted until the end of ${day(to)}.`);
      present(shown().notice, consequencesPanel(`${initiative}: nothing is extended yet. Read on, then choose “Give more time”.`, zone,
        { dates: [{ date: initiative, from, to }], tasks: [{ task: 'The task of this update', from, to, count: 1 }], ...consequences }));
      return false;
    },
  };
}

/** What the form sends; a box that is not ticked says no. */
export const grantOf = ({ until, reason, pastFreeze }) => ({ until, reason, pastFreeze: pastFreeze === true });

/** What is plainly missing is said before the look ahead; the server has the last word. */
export function refuseGaps({ until, reason, ...others }, needed = {}) {
  const problems = [
    ...Object.entries(needed).filter(([name]) => !others[name]).map(([field, message]) => ({ field, message })),
    !until && { field: 'until', message: 'Give the new day.' },
    !reason && { field: 'reason', message: 'Say in a few words why they get more time.' },
  ].filter(Boolean);
  if (problems.length) {
    throw Object.assign(new Error('Nothing is extended yet. Please complete:'), { problems });
  }
}
