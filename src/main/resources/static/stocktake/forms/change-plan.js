/** The secretariat changes the plan: one act on one initiative, with everything it means shown first. */
import { get, post } from './api.js';
import { deskForm } from './desk-form.js';
import { el, list, panel, present } from './dom.js';

const ALWAYS = ['act', 'initiative', 'from', 'reason', 'decidedBy'];
const PAGES = [['/desk/plan/changes', 'What was changed'], ['/desk/plan/history', 'The plan as of any day'], ['/desk/plan', 'Import a whole plan'], ['/desk/proposals', 'Proposals'], ['/desk/proposals/invitations?subject=plan', 'Invite somebody to propose a change'], ['/desk/plan/table.docx', 'The plan as a table (DOCX)']];

export async function mount(element, { host }) {
  const { acts, initiatives, actions, parties, meetings } = await get('/api/plan/changes');
  const kinds = Object.fromEntries(acts.map((act) => [act.word, act]));
  let seen;
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, 'Each change has a day from which it holds, a reason, and who decided it. You see what it means before it is done. Cycles that are open keep the plan of their time.'),
      el('p', {}, PAGES.flatMap(([address, name], index) => [index ? ' · ' : '', el('a', { href: address, target: '_blank' }, name)])),
    ],
    sections: [{ title: 'The change', fields: [
      { name: 'act', kind: 'select', required: true, label: 'What to do', options: Object.fromEntries(acts.map(({ word, title }) => [word, title])) },
      { name: 'initiative', kind: 'line', required: true, label: 'Initiative', help: 'Its id, such as A01-I02; for a new one, the id that it gets', suggestions: initiatives.map(({ id, title }) => `${id} ${title}`) },
      { name: 'other', kind: 'line', required: true, label: 'The other initiative', help: 'Into which it is merged, or off which it is split', suggestions: initiatives.map(({ id, title }) => `${id} ${title}`) },
      { name: 'takeOver', kind: 'check', label: 'Its coordinators coordinate the other one, too' },
      { name: 'title', kind: 'line', required: true, label: 'Title' },
      { name: 'action', kind: 'select', required: true, label: 'Action', options: Object.fromEntries(Object.entries(actions).map(([number, title]) => [number, `${number} ${title}`])) },
      { name: 'parties', kind: 'text', label: 'Who coordinates', help: `One party of the register in a line, who leads first; after one that only helps: (support) or (host). Such as: ${parties.slice(0, 6).join(', ')}` },
      { name: 'milestones', kind: 'text', label: 'Activities and milestones', help: 'One in a line' },
      { name: 'outcomes', kind: 'text', label: 'Expected outcomes by 2030', help: 'One in a line' },
      { name: 'from', kind: 'date', required: true, label: 'In force from', help: 'A day of UTC; it may lie ahead' },
      { name: 'reason', kind: 'line', required: true, label: 'Why' },
      { name: 'decidedBy', kind: 'line', label: 'Decided by', help: 'The meeting; empty: the secretariat', suggestions: meetings },
    ] }],
    changed: () => {
      tell();
      seen = undefined;
      host.setActions([{ label: 'Show what it means', run: () => shown.run() }]);
    },
    act: {
      label: 'Show what it means',
      run: async (said) => {
        const form = Object.fromEntries(Object.entries(said).filter(([name]) => fields(said.act).includes(name)).map(([name, value]) => [name, value === true ? 'yes' : value]));
        if (seen?.form === JSON.stringify(form)) {
          await post('/api/plan/changes', { seen: seen.number, form });
          return true;
        }
        const { seen: number, lines } = await post('/api/plan/changes/preview', form);
        seen = { number, form: JSON.stringify(form) };
        host.setActions([{ label: 'Change the plan so', done: 'The plan is changed.', run: () => shown.run() }]);
        present(shown.notice, panel('note', 'Nothing is changed yet. Read on, then choose “Change the plan so”.', list(lines)));
        return false;
      },
    },
  });

  function fields(word) {
    const act = kinds[word];
    return [...ALWAYS, act?.hasOther && 'other', word === 'merge' && 'takeOver', (act?.brings || word === 'rename') && 'title', (act?.brings || word === 'move') && 'action',
      (act?.brings || word === 'coordinators') && 'parties', act?.brings && 'milestones', act?.brings && 'outcomes'].filter(Boolean);
  }

  function tell() {
    const wanted = fields(shown.form.read().act);
    ['other', 'takeOver', 'title', 'action', 'parties', 'milestones', 'outcomes'].forEach((name) => (shown.form.fieldOf(name).hidden = !wanted.includes(name)));
  }
  tell();
}
