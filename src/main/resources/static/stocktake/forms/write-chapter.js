/** The author of a commissioned chapter writes it and hands it in; the secretariat may in their place. */
import { get, path, post, whoAmI } from './api.js';
import { attempt, confirm } from './asking.js';
import { deadlines } from './dates.js';
import { el, panel, paragraphs } from './dom.js';
import { Manuscript, telling } from './manuscript.js';

export async function mount(element, { cycle, initiative: number, host }) {
  host.reset();
  const notice = el('div', { class: 'st-notice' });
  const address = path`/api/reports/${cycle}/commissions/${number}`;
  const [one, me] = await Promise.all([get(address), whoAmI()]);
  const text = new Manuscript({
    sections: [{ fields: [
      { name: 'text', kind: 'text', rows: 14, label: one.title, help: 'Leave a line empty to start a new paragraph.' },
      { name: 'signed', kind: 'choice', label: 'Whose name is printed with it?', options: names(one), help: 'The report is public: a person is named in it only if they want to be.' },
    ] }],
    saved: one.draft, level: host.level, notice, tell: telling(host)(),
    store: { source: address, address, key: `unsaved.${me.userId}.${cycle}.commission.${number}` },
  });
  const finish = async () => {
    if (!(await text.save())) {
      host.setStatus('Not handed in: the text could not be saved. Try again in a moment.', 'error');
      return false;
    }
    host.setStatus('');
    const agreed = await confirm(notice, `Hand in “${one.title}”?`, 'Yes, hand it in',
      el('p', {}, 'It then lies with the secretariat, which accepts it or returns it to you with a remark. Only an accepted text is printed.'));
    const done = agreed && await attempt({ form: text.form, notice, host }, () => post(`${address}/handed-in`, { version: text.draft.version }),
      (problem) => problem.status === 409 && text.draft.failed(problem));
    if (done) {
      text.done();
    }
    return done;
  };
  element.replaceChildren(...[
    one.because && one.handedIn && panel('warning', 'The secretariat has returned it', ...paragraphs(one.because)),
    el('p', {}, `A chapter of the Stocktaking Report of ${cycle}, behind “${one.behind}”, by ${one.author}. Please hand it in by ${deadlines(one.due, one.zone)}.`),
    panel('note', 'What is asked for', ...paragraphs(one.brief)), notice, text.element,
  ].filter(Boolean));
  host.setStatus('Everything you type is saved as you go.');
  host.onSave(() => text.save());
  host.onLeave(() => text.leave());
  host.setActions([{ label: 'Hand in the chapter', done: `“${one.title}” is handed in. The secretariat looks at it.`, run: finish }]);
  text.offerRemainder();
}

function names({ party, person }) {
  return person ? { party, person } : { party };
}
