/** The secretariat completes a plan: old and new line by line, what stays open, and the new version. */
import { get, path, post } from './api.js';
import { confirm, refuse } from './asking.js';
import { clock } from './dates.js';
import { deskForm } from './desk-form.js';
import { el, heading, list, panel } from './dom.js';

const OUTCOMES = { replaced: 'New words', 'left-out': 'Left out', stays: 'Stays open' };

export async function mount(element, { cycle, host }) {
  const plan = await get(path`/api/completions/${cycle}`);
  const open = plan.lines.filter((line) => line.outcome === 'stays');
  const counts = countsOf(plan);
  if (plan.made) {
    host.reset();
    host.setActions([]);
    element.replaceChildren(made(cycle, plan), comparison(plan.lines, host.level));
    return;
  }
  const effect = el('div', {});
  let foreseen;
  const foresee = () => {
    foreseen = get(path`/api/completions/${cycle}/preview`).then((found) => {
      shown.form.read().inForce && effect.replaceChildren(inForce(found));
      return found;
    });
    return foreseen;
  };
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${plan.title}, ${plan.version}, ${plan.dated}: ${counts}`),
      plan.unsettled > 0 && panel('warning', 'Not all answers are settled', el('p', {}, `${plan.unsettled === 1 ? 'One answer is' : `${plan.unsettled} answers are`} still being written or reviewed. Accept what came; then the plan can be completed.`)),
      open.length > 0 && panel('note', `What stays open: ${open.length} ${open.length === 1 ? 'placeholder' : 'placeholders'}`, el('p', {}, 'They stand in the new version as they are.'),
        el('details', {}, el('summary', {}, 'Which'), list(open.map((line) => `${line.initiative}, ${line.where}: “${line.before}”${line.party ? ` (asked: ${line.party})` : ' (nobody was asked)'}`)))),
      comparison(plan.lines, host.level),
    ],
    sections: [
      {
        title: 'The new version',
        fields: [
          { name: 'version', kind: 'line', required: true, label: 'What it is called', help: 'As the plan prints its version' },
          { name: 'dated', kind: 'line', required: true, width: 'short', label: 'Dated', help: 'As printed, such as 2021-09' },
          { name: 'inForce', kind: 'check', label: 'Put it in force at once, in place of the plan in force' },
          { name: 'reason', kind: 'line', label: 'Why, for the plan’s history', help: 'Only where it comes into force' },
          { name: 'decidedBy', kind: 'line', label: 'Which meeting decided so', help: 'Empty: the secretariat' },
        ],
      },
    ],
    content: { version: `${plan.version}, completed`, dated: plan.dated },
    changed: (now) => {
      if (!now.inForce) {
        foreseen = undefined;
        effect.replaceChildren();
      } else if (!foreseen) {
        foresee().catch((problem) => {
          foreseen = undefined;
          refuse({ notice: effect, host }, problem.message);
        });
      }
    },
    act: {
      label: 'Complete the plan', done: 'The plan has a new version: it stands on the start page under “Completed drafts of a plan”.',
      run: async (now) => {
        const { seen, inWords } = now.inForce ? await (foreseen ?? foresee()) : {};
        return await confirm(shown.notice, 'Make this version of the plan?', 'Yes, make it',
          el('p', {}, `${counts} ${now.inForce ? `It becomes the plan in force: ${inWords}.` : 'The plan in force stays as it is; the new version can be downloaded.'} The round is over then.`))
          && post(path`/api/completions/${cycle}`, { ...now, inForce: Boolean(now.inForce), seen }).catch(async (problem) => {
            now.inForce && problem.status === 409 && await foresee();
            throw problem;
          });
      },
    },
  });
  shown.form.element.after(effect);
}

/** What would happen to the plan in force, as where a plan is brought as a file. */
function inForce({ changed, inWords, changes }) {
  if (!changed) {
    return panel('note', undefined, el('p', { role: 'status' }, 'The plan in force reads like this version already: putting it in force would change nothing.'));
  }
  return panel('warning', 'Nothing has been put in force yet', el('p', { role: 'status' }, 'It would mean: ', el('strong', {}, inWords), '.'),
    changes.filter(({ initiatives }) => initiatives.length).map(({ what, initiatives }) => el('details', {}, el('summary', {}, `${what} (${initiatives.length})`),
      el('ul', {}, initiatives.map((one) => el('li', {}, one.what ? `${one.title}: ${one.what}` : one.title,
        one.words.length > 0 && el('dl', { class: 'st-wording' }, one.words.flatMap(({ field, stretches }) => [el('dt', {}, field), el('dd', { class: 'st-prose' }, stretches.map(stretch))]))))))),
    el('p', {}, 'Cycles that have been opened keep the plan they were opened with.'));
}

const stretch = ({ kind, text }) => (kind === 'SAME' ? text : el(kind === 'ADDED' ? 'ins' : 'del', {}, text));

const countsOf = ({ filled, leftOut, stayOpen }) => `Placeholders with words: ${filled}; left out: ${leftOut}; still open: ${stayOpen}.`;

function made(cycle, { made: { version, dated, inForce, at, by }, filled, leftOut, stayOpen }) {
  return panel('note', `${version}, ${dated}, made ${clock(at)} by ${by}`,
    el('p', {}, `${countsOf({ filled, leftOut, stayOpen })} ${inForce ? 'It was put in force.' : 'It was not put in force.'}`),
    el('p', {}, el('a', { href: path`/api/completions/${cycle}/plan.yaml` }, 'Download as YAML'), ' · ', el('a', { href: path`/api/completions/${cycle}/plan.xlsx` }, 'Download as XLSX')));
}

/** Whole lines: the words of a placeholder never mix with those that stand in its place. */
function comparison(lines, level) {
  return el('section', { class: 'st-section' }, heading(level, 'Old and new, line by line', { class: 'st-section-title' }),
    el('div', { class: 'st-wide-table', tabindex: '0', role: 'region', 'aria-label': 'Old and new, line by line' }, el('table', { class: 'st-lines' },
      el('thead', {}, el('tr', {}, ['Initiative', 'Where', 'Old', 'New'].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, lines.map((line) => el('tr', { 'data-outcome': line.outcome },
        el('th', { scope: 'row' }, line.initiative), el('td', {}, line.where),
        el('td', {}, line.outcome === 'stays' ? line.before : el('del', {}, line.before)),
        el('td', {}, el('p', {}, el('strong', {}, OUTCOMES[line.outcome])), line.outcome === 'replaced' && line.after.map((text) => el('p', {}, el('ins', {}, text))),
          line.why && el('p', { class: 'st-help' }, `“${line.why}”`), line.party && el('p', { class: 'st-help' }, line.party))))))));
}
