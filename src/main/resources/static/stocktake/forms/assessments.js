/** What the secretariat makes of the contributions to subgoals, beside what the coordinators say; saved as it is typed. */
import { get, path, whoAmI } from './api.js';
import { el, heading } from './dom.js';
import { Manuscript, telling } from './manuscript.js';

const RATINGS = { strongly: 'Strongly', partly: 'Partly', little: 'Little', 'nothing-reported': 'Nothing is reported' };

/** What coordinators say, each with the revision it stands in. */
export function claimsOf({ claims }) {
  return claims.length === 0 ? el('p', {}, 'No accepted update states a contribution to this subgoal.')
    : el('ul', {}, claims.map(({ initiative, title, revision, sentence }) => el('li', {}, el('strong', {}, initiative), ` ${title} (revision ${revision}): ${sentence ?? 'named without a sentence'}`)));
}

async function manuscript(cycle, one, { host, tell }) {
  const me = await whoAmI();
  const address = path`/api/reports/${cycle}/assessments/${one.subgoal}`;
  const notice = el('div', {});
  const text = new Manuscript({
    sections: [{ fields: [
      { name: 'rating', kind: 'choice', label: `How far do they contribute to subgoal ${one.subgoal}?`, options: RATINGS },
      { name: 'reasons', kind: 'text', rows: 5, label: 'Reasons', help: 'Printed with your assessment. Not needed where nothing is reported. Leave a line empty to start a new paragraph.' },
    ] }],
    saved: one.draft, level: host.level, notice, tell,
    store: { source: address, address, key: `unsaved.${me.userId}.${cycle}.assessment.${one.subgoal}` },
  });
  return { ...one, address, text, notice };
}

/** One subgoal's assessment. */
export async function assessmentOf(cycle, subgoal, host) {
  return manuscript(cycle, await get(path`/api/reports/${cycle}/assessments/${subgoal}`), { host, tell: telling(host)() });
}

/** All of them, each to be opened; for the forms in which the draft is edited. */
export async function assessmentsOf(cycle, host, voices = telling(host)) {
  const all = await Promise.all((await get(path`/api/reports/${cycle}/assessments`)).map((one) => manuscript(cycle, one, { host, tell: voices() })));
  const open = all.filter(({ draft }) => !draft.content.rating).length;
  return {
    element: el('details', {}, el('summary', {}, open ? `Assessments of the subgoals: ${open} of ${all.length} still to be made` : `Assessments of the subgoals: all ${all.length} made`),
      all.map((one) => el('section', { class: 'st-section' }, heading(host.level + 1, `Subgoal ${one.subgoal}: ${one.subgoalText}`), claimsOf(one), one.notice, one.text.element))),
    offerRemainder: () => all.forEach(({ text }) => text.offerRemainder()),
    save: async () => (await Promise.all(all.map(({ text }) => text.save()))).every(Boolean),
    leave: () => all.forEach(({ text }) => text.leave()),
    done: () => all.forEach(({ text }) => text.done()),
  };
}
