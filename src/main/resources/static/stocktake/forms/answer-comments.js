/** The secretariat answers what was said in a comment round: paragraph by paragraph, and sends all answers at once. */
import { get, path, post, whoAmI } from './api.js';
import { attempt, confirm, refuse } from './asking.js';
import { clock } from './dates.js';
import { button, el, heading, paragraphs, panel } from './dom.js';
import { Draft } from './draft.js';
import { hush, inputOf, say } from './field.js';
import { choice, text } from './inputs.js';
import { telling } from './manuscript.js';
import { compared } from './round-comment.js';

const DECISIONS = { taken: 'Taken', partly: 'Partly', 'not-taken': 'Not taken' };

export async function mount(element, { cycle, host }) {
  host.reset();
  const [round, me] = await Promise.all([get(path`/api/reports/${cycle}/answers`), whoAmI()]);
  const address = path`/api/reports/${cycle}/rounds/${round.number}`;
  const notice = el('div', { class: 'st-notice' });
  const voices = telling(host);
  const entries = [];
  const groups = Map.groupBy ? Map.groupBy(round.comments, placeOf) : grouped(round.comments);
  const body = [...groups.values()].map((comments) => el('section', { class: 'st-section' },
    heading(host.level, comments[0].called, { class: 'st-section-title' }), el('p', { class: 'st-help' }, whereNow(comments[0])),
    comments[0].paragraph > 0 && el('blockquote', {}, el('p', { class: 'st-prose' }, comments[0].said)),
    comments.map((comment) => {
      const one = entry(comment, { number: round.comments.indexOf(comment) + 1, address, me, cycle, host, voice: voices() });
      entries.push(one);
      return one.element;
    })));
  const save = async () => (await Promise.all(entries.map((one) => one.save()))).every(Boolean);
  const form = { mark: (kind, messages) => mark(element, kind, messages), labelOf: (name) => labelOf(element, name), goTo: (name) => inputOf(fieldOf(element, name))?.focus() };
  const send = async () => {
    if (!(await save())) {
      return refuse({ notice, host }, 'The answers are not sent: a decision could not be saved. Try again in a moment.');
    }
    host.setStatus('');
    const ready = entries.every((one) => one.isComplete());
    const agreed = !ready || await confirm(notice, 'Send all answers?', 'Yes, send them',
      el('p', {}, 'Everybody who commented gets one mail with what became of each of their comments, and why. The decisions cannot be changed afterwards; the draft is compiled once more.'));
    const done = agreed && await attempt({ form, notice, host }, () => post(`${address}/answered`, {}));
    if (done) {
      entries.forEach((one) => one.done());
    }
    return done;
  };
  element.replaceChildren(
    el('p', {}, `Round ${round.number} is closed: ${round.comments.length === 1 ? 'one comment' : `${round.comments.length} comments`} on version ${round.version} of the draft. Say what becomes of each; a reason is needed unless it is taken.`),
    el('ul', { class: 'st-files' }, el('li', {}, el('a', { href: path`/reports/${cycle}/rounds/${round.number}`, target: '_blank', rel: 'noopener' }, 'Read them beside the draft')),
      ['csv', 'xlsx'].map((type) => el('li', {}, el('a', { href: `${path`/reports/${cycle}/rounds/${round.number}`}/comments.${type}`, download: true }, `Download them as a table (${type.toUpperCase()})`)))),
    notice, el('div', { class: 'st-form' }, ...body));
  host.setStatus('Everything you decide is saved as you go.');
  host.onSave(save);
  host.onLeave(() => entries.forEach((one) => one.leave()));
  host.setActions([{ label: 'Send the answers', done: 'The answers are sent: everybody who commented gets one mail.', run: send }]);
}

const placeOf = ({ place, paragraph }) => `${place} ${paragraph}`;

function grouped(comments) {
  const groups = new Map();
  comments.forEach((one) => groups.set(placeOf(one), [...(groups.get(placeOf(one)) ?? []), one]));
  return groups;
}

function whereNow({ paragraph, now, there }) {
  if (!there) {
    return `Was at paragraph ${paragraph}; the report has no such part any more.`;
  }
  if (now === null || now === undefined) {
    return `Was at paragraph ${paragraph}; it says something else by now.`;
  }
  return now === paragraph ? 'It stands there unchanged.' : `Was at paragraph ${paragraph}; it is paragraph ${now} now.`;
}

/** One comment with its decision. */
function entry(comment, { number, address, me, cycle, host, voice }) {
  const own = `${address}/answers/${comment.id}`;
  const field = `comments.${comment.id}`;
  const notice = el('div', {});
  const fields = el('div', {});
  const words = el('p', { class: 'st-buttons' });
  let controls;
  let printed = comment.printed;
  const draft = new Draft({
    source: own, address: own, key: `unsaved.${me.userId}.${cycle}.answer.${comment.id}`, version: comment.draft.version, warn: () => {},
    read: () => ({ decision: controls.decision.read(), reason: controls.reason.read() }),
    tell: voice,
    conflict: (newer) => choose(`${newer.savedBy ?? 'Somebody else'} has decided on this comment meanwhile. Nothing was overwritten: choose what holds.`,
      draft.read(), newer, newer.savedBy ?? 'They'),
  });

  /** Until it is chosen nothing is saved: neither decision overwrites the other. */
  function choose(title, mine, theirs, name) {
    draft.stop();
    const told = ({ decision, reason }) => `${DECISIONS[decision] ?? 'no decision'}${reason ? `: ${reason}` : ''}`;
    const take = (content) => () => {
      notice.replaceChildren();
      build(content);
      draft.resume(theirs.version);
      draft.save();
    };
    notice.replaceChildren(panel('warning', title, el('p', {}, `You: ${told(mine)}`), el('p', {}, `${name}: ${told(theirs.content)}`),
      el('p', { class: 'st-buttons' }, button('Keep mine', take(mine)), button(`Take what ${name === 'The server' ? 'the server has' : 'they say'}`, take(theirs.content), 'st-button-primary'))));
  }

  function build(content) {
    const changed = () => {
      hush(fields, 'error');
      draft.touch();
    };
    controls = {
      decision: choice({ label: `Decision on comment ${number}`, options: DECISIONS }, content.decision, `${field}.decision`, changed),
      reason: text({ label: `Reason for the decision on comment ${number}`, help: 'Needed unless it is taken; its author reads it.', rows: 2 }, content.reason, `${field}.reason`, changed),
    };
    fields.replaceChildren(controls.decision.element, controls.reason.element);
  }

  function offer() {
    const takeOver = async () => {
      await draft.save();
      await attempt({ notice, host }, async () => {
        const saved = await post(`${own}/wording`, { version: draft.version });
        draft.version = saved.version;
        build(saved.content);
        printed = true;
        offer();
        host.setStatus('The suggested words are taken over: the next draft prints them.', 'done');
      });
    };
    const takeBack = async () => attempt({ notice, host }, async () => {
      await post(`${own}/wording/undone`, {});
      printed = false;
      offer();
      host.setStatus('The paragraph is printed as it was. Decide anew.', 'done');
    });
    words.replaceChildren(...(comment.wording ? [printed ? button('Take these words back', takeBack) : button('Take these words over', takeOver, 'st-button-primary')] : []),
      ...(printed ? [el('span', { class: 'st-help' }, 'Printed in the next draft; the accepted text stays as it was.')] : []));
  }

  build(comment.draft.content);
  offer();
  const left = draft.left();
  if (left && (left.content.decision !== comment.draft.content.decision || (left.content.reason ?? '') !== (comment.draft.content.reason ?? ''))) {
    draft.take(left);
    choose(`This browser kept a decision from ${clock(left.at)} that may not have reached the server. Choose what holds.`, left.content, comment.draft, 'The server');
  } else if (left) {
    draft.drop(left);
  }
  return {
    element: el('div', { class: 'st-said' }, el('p', { class: 'st-help' }, `${number}. ${comment.by}, ${clock(comment.at)}`), ...paragraphs(comment.text),
      comment.parts && el('p', { class: 'st-answer-name' }, 'Suggested wording'), compared(comment.parts), words, notice, fields),
    save: () => draft.save(),
    leave: () => draft.leave(),
    isComplete: () => controls.decision.read() === 'taken' || (controls.decision.read() && controls.reason.read()),
    done: () => {
      draft.stop();
      draft.forgetHere();
    },
  };
}

const fieldOf = (root, name) => root.querySelector(`[data-field="${CSS.escape(name)}"]`);

function labelOf(root, name) {
  return fieldOf(root, name)?.querySelector('label, legend')?.textContent;
}

function mark(root, kind, messages) {
  hush(root, kind);
  messages.forEach(({ field, message }) => {
    const found = fieldOf(root, field);
    if (found) {
      say(found, kind, message);
    }
  });
}
