/** The secretariat closes a cycle that will not come to its end: what stays open is shown first. */
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { deskForm } from './desk-form.js';
import { el, list, panel } from './dom.js';

export async function mount(element, { host }) {
  const cycles = await get('/api/closings');
  if (!cycles.length) {
    element.replaceChildren(el('p', { class: 'st-reading' }, 'There is no cycle to close: none is under way.'));
    return;
  }
  const looked = el('div', { 'aria-live': 'polite' });
  const shown = deskForm(element, host, {
    intro: [el('p', {}, 'A cycle closes by itself when its report is published and its meetings are recorded. Close it here when it will not come to that. Then nothing more is asked or mailed, its tasks go away and nothing of it can be changed; what was written stays readable.')],
    sections: [{ title: 'The cycle', fields: [
      { name: 'cycle', kind: 'select', required: true, label: 'Which cycle', options: Object.fromEntries(cycles.map(({ name, title }) => [name, `${name} ${title}`])) },
      { name: 'reason', kind: 'line', required: true, label: 'Reason', help: 'In a few words, for those who look it up later' },
    ] }],
    changed: ({ cycle }) => look(cycles.find(({ name }) => name === cycle)),
    act: {
      label: 'Close the cycle', done: 'The cycle is closed.',
      run: async ({ cycle, reason }) => {
        const one = cycles.find(({ name }) => name === cycle);
        if (!one || !reason) {
          throw Object.assign(new Error('Nothing is closed yet. Please complete:'), { problems: [
            !one && { field: 'cycle', message: 'Choose the cycle.' }, !reason && { field: 'reason', message: 'Say in a few words why it is closed.' }].filter(Boolean) });
        }
        return (await confirm(shown.notice, `Close ${cycle} for good?`, 'Yes, close it', list(one.open), el('p', {}, 'This cannot be undone.')))
          && post(path`/api/closings/${cycle}`, { reason });
      },
    },
  });
  shown.form.fieldOf('cycle').after(looked);

  function look(one) {
    if (looked.dataset.cycle !== (one?.name ?? '')) {
      looked.dataset.cycle = one?.name ?? '';
      looked.replaceChildren(...(one ? [one.objections.length > 0 && panel('warning', 'It cannot be closed now', list(one.objections)),
        panel('note', 'What stays open', list(one.open) ?? el('p', {}, 'Nothing.'))].filter(Boolean) : []));
    }
  }
}
