/** The secretariat writes one of the free chapters of the report. */
import { post } from './api.js';
import { attempt, confirm } from './asking.js';
import { chaptersOf, filesOf } from './chapters.js';
import { el } from './dom.js';

const ABOUT = {
  foreword: 'The foreword is the secretariat’s own and opens the Stocktaking Report. The draft shows what has been compiled so far.',
  outlook: 'The outlook closes the Stocktaking Report: what experts make of the two years, and where they lead. The draft shows what has been compiled so far.',
};

export async function mount(element, { cycle, step, host }) {
  const name = step.replace('userTask_write', '').toLowerCase();
  host.reset();
  const notice = el('div', { class: 'st-notice' });
  const chapters = await chaptersOf(cycle, { keys: [name], host });
  const [{ title, address, text }] = chapters.all;
  const finish = async () => {
    if (!(await chapters.save())) {
      host.setStatus('Not finished: the text could not be saved. Try again in a moment.', 'error');
      return false;
    }
    host.setStatus('');
    const leaveOut = !text.form.read().text;
    if (!(await (leaveOut
      ? confirm(notice, `Does the report do without “${title}”?`, 'Yes, leave it out',
        el('p', {}, 'Nothing is written, so the chapter will be missing. It can still be written when the report is edited.'))
      : confirm(notice, `Is “${title}” finished?`, 'Yes, it is finished',
        el('p', {}, 'When foreword and outlook are finished or left out, “Edit report” is next. The chapter can still be changed then.'))))) {
      return false;
    }
    const done = await attempt({ form: text.form, notice, host }, () => post(`${address}/finished`, { version: text.draft.version, leaveOut }),
      (problem) => problem.status === 409 && text.draft.failed(problem));
    if (done) {
      chapters.done();
    }
    return done;
  };
  element.replaceChildren(el('p', {}, ABOUT[name]), filesOf(cycle), notice, chapters.element);
  host.setStatus('Everything you type is saved as you go.');
  host.onSave(chapters.save);
  host.onLeave(chapters.leave);
  host.setActions([{ label: `Finish the ${name}`, done: `The ${name} is finished. When foreword and outlook are, the report is edited; they can still be changed then.`, run: finish }]);
  chapters.offerRemainder();
}
