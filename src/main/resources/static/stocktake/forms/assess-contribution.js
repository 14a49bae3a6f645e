/** The secretariat says how far the initiatives contribute to one subgoal, and why. */
import { post } from './api.js';
import { attempt, confirm } from './asking.js';
import { assessmentOf, claimsOf } from './assessments.js';
import { filesOf } from './chapters.js';
import { el, heading } from './dom.js';

export async function mount(element, { cycle, initiative: part, host }) {
  const subgoal = part.slice(part.lastIndexOf('/') + 1);
  host.reset();
  const notice = el('div', { class: 'st-notice' });
  const one = await assessmentOf(cycle, subgoal, host);
  const { text } = one;
  const finish = async () => {
    if (!(await text.save())) {
      host.setStatus('Not finished: the assessment could not be saved. Try again in a moment.', 'error');
      return false;
    }
    host.setStatus('');
    const agreed = !text.form.read().rating || await confirm(notice, `Is the assessment of subgoal ${subgoal} finished?`, 'Yes, it is finished',
      el('p', {}, 'It stands in the draft beside what the coordinators say. It can still be changed while the report is edited.'));
    const done = agreed && await attempt({ form: text.form, notice, host }, () => post(`${one.address}/finished`, { version: text.draft.version }),
      (problem) => problem.status === 409 && text.draft.failed(problem));
    if (done) {
      text.done();
    }
    return done;
  };
  element.replaceChildren(
    el('p', {}, `Subgoal ${subgoal}: ${one.subgoalText}`),
    el('p', {}, 'What coordinators say is their own statement. Your assessment stands beside it in the report, and the Standing Working Group can comment on it when the draft goes round.'),
    filesOf(cycle), heading(host.level, 'What coordinators say', { class: 'st-section-title' }), claimsOf(one), notice, one.notice, text.element);
  host.setStatus('Everything you type is saved as you go.');
  host.onSave(() => text.save());
  host.onLeave(() => text.leave());
  host.setActions([{ label: 'Finish the assessment', done: `Subgoal ${subgoal} is assessed. It can still be changed while the report is edited.`, run: finish }]);
  text.offerRemainder();
}
