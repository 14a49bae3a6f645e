/** The secretariat ends the gathering of updates before the freeze. */
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { deadlines } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { leadsOf } from './lead.js';

export async function mount(element, { cycle, host }) {
  const [{ title, zone, freeze, kind }, leads] = await Promise.all([get(path`/api/cycles/${cycle}`), leadsOf(cycle)]);
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${title} (${cycle}). The gathering ends by itself when all updates are settled, at the latest on ${deadlines(freeze, zone)}. You need not do anything.`),
      el('p', {}, 'To end it at once, choose “Close the gathering now”. An update that you allowed to come after the end of gathering stays open until its own day.'),
      leads,
    ],
    act: {
      label: 'Close the gathering now', done: kind === 'completion' ? 'The gathering is closed; complete the plan as the next task.' : 'The gathering is closed; the report is being compiled.',
      run: async () => (await confirm(shown.notice, 'Close the gathering for all initiatives now?', 'Yes, close it',
        el('p', {}, kind === 'completion' ? 'Then nobody can write or submit any more: lines without words stay as the placeholders that they are, drafts that were not submitted come to you for a decision, and then you complete the plan. This cannot be undone.' : 'Then nobody can write or submit any more: initiatives without a draft are settled as “no update received”, drafts that were not submitted come to you for a decision, and the report is compiled. This cannot be undone.')))
        && post(path`/api/cycles/${cycle}/closing`),
    },
  });
}
