/** The secretariat accepts a contribution, asks once for a change, or leaves it out. */
import { post } from './api.js';
import { attempt, confirm } from './asking.js';
import { el } from './dom.js';
import { buildForm } from './form.js';
import { mount as show, submitted } from './write-contribution.js';

export const mount = show;

const BECAUSE = [{ fields: [{ name: 'because', kind: 'text', rows: 3, label: 'What to change, or why it is left out', help: 'Needed for both; the party reads it, and it is never printed.' }] }];

/** The form, below what `view` shows already. */
export function decide({ address, one, host, element, notice }) {
  const form = buildForm(BECAUSE, {}, { level: host.level + 1, changed: () => host.setDirty(true) });
  const { version } = one.last;
  const act = (answer, question, yes, after) => async () => (await confirm(notice, question, yes, el('p', {}, after)))
    && attempt({ form, notice, host }, () => post(`${address}/decision`, { version, answer, because: form.read().because ?? '' }));
  element.append(...submitted(one, host.level + 1), form.element);
  host.setStatus('');
  host.setActions([
    { label: 'Accept the contribution', done: `The contribution of ${one.party} is accepted: the next draft of the report has it.`,
      run: act('accepted', `Accept the contribution of ${one.party}?`, 'Yes, accept it', 'The next draft that is compiled prints it as it stands here.') },
    ...(one.mayReturn ? [{ label: 'Ask for a change', done: `${one.party} is asked for a change.`,
      run: act('returned', `Ask ${one.party} for a change?`, 'Yes, ask', 'That can be done once. The party finds the task again, with your words; it is not mailed.') }] : []),
    { label: 'Leave it out', done: `The contribution of ${one.party} is left out.`,
      run: act('left-out', `Leave the contribution of ${one.party} out?`, 'Yes, leave it out', 'It is not printed, and that cannot be undone. The party reads why.') },
  ]);
}
