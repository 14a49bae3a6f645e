/** The secretariat changes the plan: one act on one initiative, with everything it means shown first. */
import { get, path, post } from './api.js';
import { deskForm, wished } from './desk-form.js';
import { el, list, panel, present } from './dom.js';

const ALWAYS = ['act', 'initiative', 'from', 'reason', 'decidedBy'];
const PAGES = [['/desk/plan/changes', 'What was changed'], ['/desk/plan/history', 'The plan as of any day'], ['/desk/plan', 'Import a whole plan'], ['/desk/proposals', 'Proposals'], ['/desk/proposals/invitations?subject=plan', 'Invite somebody to propose a change'], ['/desk/plan/table.docx', 'The plan as a table (DOCX)']];

export async function mount(element, { host }) {
  const { acts, initiatives, actions, next, parties, meetings } = await get('/api/plan/changes');
  const kinds = Object.fromEntries(acts.map((act) => [act.word, act]));
  const rows = Object.fromEntries(initiatives.map((one) => [one.id, one]));
  const idOf = (written) => (written ?? '').trim().split(/\s/)[0].toUpperCase();
  const known = (written) => rows[idOf(written)];
  const filled = {};
  let seen;
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, 'Each change has a day from which it holds, a reason, and who decided it. You see what it means before it is done. Cycles that are open keep the plan of their time.'),
      el('p', {}, PAGES.flatMap(([address, name], index) => [index ? ' · ' : '', el('a', { href: address, target: '_blank' }, name)])),
    ],
    sections: [{ title: 'The change', fields: [
      { name: 'act', kind: 'select', required: true, label: 'What to do', options: Object.fromEntries(acts.map(({ word, title }) => [word, title])) },
      { name: 'initiative', kind: 'line', required: true, label: 'Initiative', help: 'Its id, such as A01-I02', suggestions: initiatives.map(({ id, title }) => `${id} ${title}`) },
      { name: 'other', kind: 'line', required: true, label: 'The other initiative', help: 'Its id, such as A01-I02', suggestions: initiatives.map(({ id, title }) => `${id} ${title}`) },
      { name: 'takeOver', kind: 'check', label: 'Its coordinators coordinate the other one, too' },
      { name: 'title', kind: 'line', required: true, label: 'Title' },
      { name: 'action', kind: 'select', required: true, label: 'Action', options: Object.fromEntries(Object.entries(actions).map(([number, title]) => [number, `${number} ${title}`])) },
      { name: 'description', kind: 'text', label: 'What it is about', help: 'Stands under the title; one paragraph in a line' },
      { name: 'parties', kind: 'text', label: 'Who coordinates', help: `One party of the register in a line, who leads first; after one that only helps: (support) or (host). Such as: ${parties.join(', ')}` },
      { name: 'milestones', kind: 'text', label: 'Activities and milestones', help: 'One in a line' },
      { name: 'outcomes', kind: 'text', label: 'Expected outcomes by 2030', help: 'One in a line' },
      { name: 'from', kind: 'date', required: true, label: 'In force from', help: 'A day of UTC; it may lie ahead' },
      { name: 'reason', kind: 'line', required: true, label: 'Why' },
      { name: 'decidedBy', kind: 'line', label: 'Decided by', help: 'The meeting; empty: the secretariat', suggestions: meetings },
    ] }],
    content: Object.fromEntries(['act', 'initiative', 'other'].map((name) => [name, wished(name)])),
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
    return [...ALWAYS, act?.hasOther && 'other', word === 'merge' && 'takeOver', (act?.brings || word === 'rename') && 'title', (act?.brings || word === 'move') && 'action', act?.brings && 'description',
      (act?.brings || word === 'coordinators') && 'parties', act?.brings && 'milestones', act?.brings && 'outcomes'].filter(Boolean);
  }

  /** What somebody has typed stays, and what they have emptied; what the form filled in goes with the choice it came from. */
  function fill(name, value = '') {
    const before = filled[name] ?? '';
    if (value === before) {
      return;
    }
    filled[name] = value;
    if ([before, ''].includes(shown.form.read()[name] ?? '')) {
      shown.form.set(name, value);
    }
  }

  /** The id of a new initiative comes after the action, by which it is counted. */
  function put(field, before) {
    if (field.previousElementSibling !== before) {
      before.after(field);
    }
  }

  function tell() {
    const { act, initiative, other, action } = shown.form.read();
    const wanted = fields(act);
    const brings = kinds[act]?.brings;
    ['other', 'takeOver', 'title', 'action', 'description', 'parties', 'milestones', 'outcomes'].forEach((name) => (shown.form.fieldOf(name).hidden = !wanted.includes(name)));
    put(shown.form.fieldOf('initiative'), shown.form.fieldOf(brings ? 'action' : 'act'));
    call('initiative', brings ? 'Id of the new initiative' : 'Initiative');
    call('other', act === 'split' ? 'Off which initiative' : 'Into which initiative');
    fill('initiative', brings ? next[action] : undefined);
    fill('title', act === 'rename' ? known(initiative)?.title : undefined);
    fill('parties', act === 'coordinators' ? known(initiative)?.parties : undefined);
    now.initiative.textContent = brings ? '' : words(known(initiative));
    now.other.textContent = words(known(other));
    brings || lookUp(initiative);
    lookUp(other);
  }

  /** Of a plan too large to be offered, what is written is looked up. */
  async function lookUp(written) {
    const id = idOf(written);
    if (initiatives.length || id in rows || !/^[A-Z0-9-]{1,20}$/.test(id)) {
      return;
    }
    rows[id] = undefined;
    try {
      rows[id] = await get(path`/api/plan/changes/initiatives/${id}`);
      tell();
    } catch (problem) {
      if (problem.status !== 404) {
        delete rows[id];
      }
    }
  }

  const call = (name, label) => (shown.form.fieldOf(name).querySelector('label').firstChild.data = label);
  const now = Object.fromEntries(['initiative', 'other'].map((name) => [name, el('p', { class: 'st-help', role: 'status' })]));
  Object.entries(now).forEach(([name, line]) => shown.form.fieldOf(name).append(line));
  tell();
}

/** 'Now: “Title”, action 1, in force; ASEF, Malta (host)' */
const words = (row) => (row ? `Now: “${row.title}”, action ${row.action}, ${row.standing}; ${row.parties.split('\n').filter(Boolean).join(', ') || 'nobody coordinates it'}.` : '');
