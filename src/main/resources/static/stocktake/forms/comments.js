/** The secretariat decides on each comment on the draft, works it into the report, and finishes it. */
import { get, path, post, whoAmI } from './api.js';
import { attempt, confirm } from './asking.js';
import { assessmentsOf } from './assessments.js';
import { chaptersOf, compiler, filesOf, openChapters, outOfDate, paragraphsOf, roundsOf, staleEdits } from './chapters.js';
import { el, heading } from './dom.js';
import { Manuscript, telling } from './manuscript.js';

export async function mount(element, { cycle, host }) {
  const address = path`/api/reports/${cycle}/decisions`;
  host.reset();
  const voices = telling(host);
  const [{ comments, draft }, chapters, assessments, me, stale, edits, missing] = await Promise.all([get(address), chaptersOf(cycle, { host, voices }), assessmentsOf(cycle, host, voices), whoAmI(), outOfDate(cycle), staleEdits(cycle), openChapters(cycle)]);
  const notice = el('div', { class: 'st-notice' });
  const text = new Manuscript({
    sections: [{
      title: 'Comments',
      fields: [{ name: 'decisions', kind: 'decisions', label: 'What becomes of each', comments, draft: path`/reports/${cycle}/draft` }],
    }],
    saved: draft, level: host.level, notice, tell: voices(),
    store: { source: address, address, key: `unsaved.${me.userId}.${cycle}.decisions` },
  });
  const save = async () => (await Promise.all([text.save(), chapters.save(), assessments.save()])).every(Boolean);
  const finish = async () => {
    if (!(await save())) {
      host.setStatus('Not finished: the text could not be saved. Try again in a moment.', 'error');
      return false;
    }
    host.setStatus('');
    const agreed = !decidedOn(comments, text.form.read()) || await confirm(notice, 'Are all comments taken in as you have decided?', 'Yes, finish the report', ...[await openChapters(cycle)].filter(Boolean),
      el('p', {}, 'The report is compiled once more; the decisions and the chapters cannot be changed here afterwards. It is then put to the senior officials.'));
    const body = { version: text.draft.version, content: text.form.read() };
    const done = agreed && await attempt({ form: text.form, notice, host }, () => post(`${address}/finished`, body),
      (problem) => problem.status === 409 && text.draft.failed(problem));
    if (done) {
      text.done();
      chapters.done();
      assessments.done();
    }
    return done;
  };
  element.replaceChildren(
    el('p', {}, `The Standing Working Group has ${comments.length === 1 ? 'one comment' : `${comments.length} comments`} on the draft. Decide on each; its author reads your decision and the reason on the page Reports.`),
    ...[stale, edits, missing].filter(Boolean), filesOf(cycle, { data: true }), roundsOf(cycle), paragraphsOf(cycle), notice, text.element,
    heading(host.level, 'Free chapters', { class: 'st-section-title' }), chapters.element,
    heading(host.level, 'Analysis', { class: 'st-section-title' }), assessments.element, compiler(cycle, host, save, stale));
  host.setStatus('Everything you type is saved as you go.');
  host.onSave(save);
  host.onLeave(() => [text, chapters, assessments].forEach((one) => one.leave()));
  host.setActions([{ label: 'Finish the report', done: 'The comments are taken in; the report is ready to be put to the senior officials.', run: finish }]);
  text.offerRemainder();
  chapters.offerRemainder();
}

/** Whether there is nothing left to complete; where there is, the server says what. */
function decidedOn(comments, { decisions = [] }) {
  const complete = decisions.filter(({ decision, reason }) => decision === 'taken' || (decision && reason));
  return complete.length === comments.length;
}
