/** A member of the reviewing body comments on the draft of the report; one of them, or the secretariat, hands all comments in. */
import { get, path, post, Problem, whoAmI } from './api.js';
import { attempt, confirm, refuse } from './asking.js';
import { filesOf } from './chapters.js';
import { keyOf, lateWords } from './comment-words.js';
import { deadlines } from './dates.js';
import { el, heading, panel, paragraphs } from './dom.js';
import { Manuscript, telling } from './manuscript.js';

export async function mount(element, { cycle, host }) {
  const address = path`/api/reports/${cycle}/comments`;
  const [round, me] = await Promise.all([get(address), whoAmI()]);
  host.reset();
  if (!round.open) {
    element.replaceChildren(...[panel('note', 'The draft is not open for comments, or no longer.'), lateWords({ me, cycle, round })].filter(Boolean));
    host.setActions([]);
    return;
  }
  const notice = el('div', { class: 'st-notice' });
  const late = el('div', {});
  const tell = telling(host)();
  const text = new Manuscript({
    sections: sectionsOf(round), saved: round.draft, level: host.level, notice,
    tell: (news) => {
      tell(news);
      if (news.state === 'refused') {
        tooLate();
      }
    },
    store: { source: address, address, key: keyOf(me, cycle) },
  });
  /** Whether somebody has handed in meanwhile: what is not among it then stands above the form, to be copied. */
  const tooLate = async () => {
    const words = await get(address).then((now) => lateWords({ me, cycle, round: now }), () => undefined);
    late.replaceChildren(...[words].filter(Boolean));
    return Boolean(words);
  };
  const others = el('div', {}, ...writtenBy(round.others, host.level));
  const read = async () => {
    const now = await get(address);
    others.replaceChildren(...writtenBy(now.others, host.level));
    return now;
  };
  const handIn = (question) => async () => {
    if (!(await text.save())) {
      host.setStatus((await tooLate()) ? 'Not handed in: the comments were handed in meanwhile. Your words stand above.'
        : 'Not handed in: your comments could not be saved. Try again in a moment.', 'error');
      return false;
    }
    host.setStatus('');
    const now = await read();
    if (now.draft.version !== text.draft.version) {
      await text.draft.failed(new Problem(409, { detail: 'Your comments were saved in another window.' }));
      return false;
    }
    const comments = now.others.length + said(now.draft.content).length;
    const agreed = await question({ notice, host, comments, others: now.others.length });
    const done = agreed && await attempt({ form: text.form, notice, host }, () => post(`${address}/handed-in`, { version: now.version }),
      (problem) => problem.status === 409 && read().catch(() => {}));
    if (done) {
      text.done();
    }
    return done;
  };
  element.replaceChildren(
    el('p', {}, `The draft of the Stocktaking Report, ${round.cycleTitle} (${cycle}), is ready to be read. Comments are asked for until ${deadlines(round.due, round.zone)}.`),
    filesOf(cycle),
    el('p', {}, 'Write what should be different, each point as a comment of its own. What you type is saved as you go; your colleagues and the secretariat can read it, nobody else.'),
    late, notice, text.element, others);
  host.setStatus('Everything you type is saved as you go.');
  host.onSave(() => text.save());
  host.onLeave(() => text.leave());
  host.setActions([
    { label: 'Hand in the comments', done: `The comments are handed in. What becomes of each will stand on the page Reports, under “Comments” of ${cycle}.`, run: handIn(withComments) },
    { label: 'No comments', done: 'There are no comments: the draft stands as it is.', run: handIn(withoutComments) },
  ]);
  text.offerRemainder();
}

function sectionsOf({ parts }) {
  return [{
    fields: [{
      name: 'comments', kind: 'rows', label: 'Your comments', item: 'Comment', help: 'On a chapter, on an initiative, or on the report in general.',
      columns: [
        { name: 'about', kind: 'select', label: 'About', none: 'The report in general', options: Object.fromEntries(parts.map(({ id, title }) => [id, title])) },
        { name: 'text', kind: 'text', rows: 4, label: 'What should be different, and why' },
      ],
    }],
  }];
}

function said({ comments }) {
  return (comments ?? []).filter(({ text }) => text?.trim());
}

function withComments({ notice, host, comments, others }) {
  if (!comments) {
    return refuse({ notice, host }, 'Nobody has written a comment yet. Write one, or choose “No comments”.');
  }
  return confirm(notice, `Hand in ${counted(comments)}?`, 'Yes, hand in',
    el('p', {}, others ? `${counted(comments - others)} by you and ${counted(others)} by others, shown below, go to the secretariat, which decides on each and says why.`
      : 'The secretariat decides on each of them and says why.'),
    el('p', {}, 'This ends the comment round for everybody: nobody can add a comment afterwards.'));
}

function withoutComments({ notice, host, comments }) {
  if (comments) {
    return refuse({ notice, host }, `There ${comments === 1 ? 'is' : 'are'} ${counted(comments)}: hand in what has been written, or let its author remove it first.`);
  }
  return confirm(notice, 'End the comment round without comments?', 'Yes, no comments',
    el('p', {}, 'The draft then is the report that is put to the senior officials. Nobody can add a comment afterwards.'));
}

function counted(number) {
  return number === 1 ? '1 comment' : `${number} comments`;
}

function writtenBy(others, level) {
  return others.length ? [heading(level, 'What others have written', { class: 'st-section-title' }),
    el('ul', { class: 'st-plain' }, others.map(({ by, about, text }) => el('li', { class: 'st-said' },
      el('p', {}, el('strong', {}, about), ` – ${by}`), ...paragraphs(text))))] : [];
}
