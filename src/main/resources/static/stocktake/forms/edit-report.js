/** The secretariat reads the compiled draft, writes what is left of the free chapters, and hands the draft to the reviewing body. */
import { get, path, post } from './api.js';
import { attempt, confirm } from './asking.js';
import { assessmentsOf } from './assessments.js';
import { chaptersOf, compiler, filesOf, openChapters, outOfDate, paragraphsOf, roundsOf, staleEdits } from './chapters.js';
import { deadlines } from './dates.js';
import { el, heading } from './dom.js';
import { telling } from './manuscript.js';

export async function mount(element, { cycle, host }) {
  host.reset();
  const notice = el('div', { class: 'st-notice' });
  const voices = telling(host);
  const [{ comments, zone }, chapters, assessments, stale, edits, missing] = await Promise.all([get(path`/api/cycles/${cycle}`), chaptersOf(cycle, { host, voices }), assessmentsOf(cycle, host, voices), outOfDate(cycle), staleEdits(cycle), openChapters(cycle)]);
  const save = async () => (await Promise.all([chapters.save(), assessments.save()])).every(Boolean);
  const until = `until ${deadlines(comments, zone)}`;
  const finish = async () => {
    if (!(await save())) {
      host.setStatus('Not finished: the text could not be saved. Try again in a moment.', 'error');
      return false;
    }
    host.setStatus('');
    const agreed = await confirm(notice, 'Finish editing the Stocktaking Report?', 'Yes, it is finished', ...[await openChapters(cycle)].filter(Boolean),
      el('p', {}, 'The draft is compiled once more. If it has gone round for comments, this is the report.'),
      el('p', {}, `If it has not, the Standing Working Group is asked for comments on it ${until}; meanwhile nothing in it changes. A subgoal that is not assessed by now has no task any more. When there are comments, you take them in and can change the chapters again; when there are none, this is the report.`));
    const done = agreed && await attempt({ notice, host }, () => post(path`/api/reports/${cycle}/edited`));
    if (done) {
      [chapters, assessments].forEach((one) => one.done());
    }
    return done;
  };
  element.replaceChildren(
    el('p', {}, 'The draft is compiled from the accepted updates. The free chapters and your assessments are written here; everything else comes from the updates.'),
    ...[stale, edits, missing].filter(Boolean), filesOf(cycle, { data: true }), roundsOf(cycle), paragraphsOf(cycle), compiler(cycle, host, save, stale), notice,
    heading(host.level, 'Free chapters', { class: 'st-section-title' }), chapters.element,
    heading(host.level, 'Analysis', { class: 'st-section-title' }), assessments.element);
  host.setStatus('Everything you type is saved as you go.');
  host.onSave(save);
  host.onLeave(() => [chapters, assessments].forEach((one) => one.leave()));
  host.setActions([{ label: 'Finish editing', done: `Editing is finished. Unless the draft has gone round, the Standing Working Group is asked for comments ${until}.`, run: finish }]);
  [chapters, assessments].forEach((one) => one.offerRemainder());
}
