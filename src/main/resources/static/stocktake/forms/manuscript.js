/** A form whose text is kept safe by a draft: two versions are put side by side, and what this browser kept is offered. */
import { comparison, differences } from './comparing.js';
import { clock } from './dates.js';
import { el, panel, present } from './dom.js';
import { Draft } from './draft.js';
import { inputOf } from './field.js';
import { buildForm } from './form.js';

export class Manuscript {
  /**
   * `store` says where the text is kept, as {@link Draft} needs it; `saved` is what the server has: `{version, content}`.
   * `notice` is where questions are asked; `tell` hears how the text stands; `rebuilt` hears each new form.
   */
  constructor({ sections, saved, start = saved?.content ?? {}, level, notice, store, tell, warn = () => {}, rebuilt = () => {}, changed = () => {}, beside }) {
    Object.assign(this, { sections, level, notice, rebuilt, changed, beside });
    this.place = el('div', {});
    this.where = el('div', {});
    this.element = el('div', {}, this.where, this.place);
    this.draft = new Draft({
      ...store, version: saved?.version ?? 0, warn,
      tell: (news) => {
        this.askToSignIn(news);
        this.tellWhere(news);
        tell(news);
      },
      read: () => this.form.read(),
      conflict: ({ savedBy, savedAt, content, version }) => this.settle({
        title: `${savedBy ?? 'Somebody else'} saved another text ${savedAt ? clock(savedAt) : 'meanwhile'}. Nothing was overwritten: choose what holds.`,
        mine: this.form.read(), theirs: content, version, theirsName: `Saved by ${savedBy ?? 'somebody else'}`,
      }),
    });
    this.rebuild(start);
  }

  rebuild(content) {
    this.form = buildForm(this.sections, content, { level: this.level, beside: this.beside, changed: () => {
      this.draft.touch();
      this.changed();
    } });
    this.place.replaceChildren(this.form.element);
    this.rebuilt(this.form);
  }

  /** The session has ended: another tab signs in again, and saving goes on from there. */
  askToSignIn({ state, problem, onlyHere }) {
    if (state === 'failed' && problem.status === 401) {
      this.signIn ??= panel('warning', 'Your session has ended', el('p', {}, el('a', { href: '/login', target: '_blank' }, 'Sign in again in another tab'),
        ` and come back here. ${onlyHere ? 'Leave this window open meanwhile: what you typed is saved by itself then.' : 'What you typed is kept in this browser until then and is saved by itself.'}`));
      this.notice.contains(this.signIn) || this.notice.prepend(this.signIn);
    } else if (state === 'saved') {
      this.signIn?.remove();
    }
  }

  /** Where this browser keeps no copy, its writer knows what protects the text; it does not change with each attempt to save. */
  tellWhere({ state, onlyHere }) {
    const unsafe = NOWHERE.includes(state);
    const now = onlyHere && (unsafe ? ONLY_HERE : state === 'saved' ? NO_COPY : this.told || NO_COPY);
    if (now !== this.told) {
      this.told = now;
      this.where.replaceChildren(...(now ? [now()] : []));
    }
  }

  /** Asks what holds where this browser has a text that may not have reached the server. */
  offerRemainder(next = () => this.draft.left()) {
    const left = next();
    const now = this.form.read();
    if (left && !differences(this.sections, left.content, now).length) {
      this.draft.drop(left);
      this.offerRemainder(next);
      return;
    }
    if (!left) {
      return;
    }
    this.settle({
      left,
      title: `This browser kept text from ${clock(left.at)} that may not have reached the server. Choose what holds.`,
      mine: left.content, theirs: now, version: this.draft.version, theirsName: 'As saved on the server', mineName: 'Kept in this browser',
    });
    this.draft.tell({ state: 'choosing' });
  }

  /** Until the writer has chosen nothing is typed and nothing saved: neither text is overwritten, here or on the server. */
  settle({ left, title, mine, theirs, version, theirsName, mineName = 'What you typed' }) {
    this.draft.stop();
    this.form.element.inert = true;
    present(this.notice, comparison({
      title, mine, theirs, mineName, theirsName, sections: this.sections,
      chosen: async (content) => {
        this.notice.replaceChildren();
        this.rebuild(content);
        left && this.draft.take(left);
        this.draft.resume(version);
        this.form.element.scrollIntoView({ block: 'start' });
        (this.form.parts[0]?.heading ?? inputOf(this.form.element))?.focus({ preventScroll: true });
        await this.draft.save();
        left && this.offerRemainder(() => this.draft.leftElsewhere());
      },
    }));
  }

  /** Saves now; tells whether the server has everything afterwards. */
  save() {
    return this.draft.save();
  }

  leave() {
    this.draft.leave();
  }

  /** The text is handed on: nothing is saved any more, and this browser keeps nothing. */
  done() {
    this.draft.stop();
    this.draft.forgetHere();
  }
}

/** The server does not have the text as it stands. */
const NOWHERE = ['failed', 'refused', 'conflict'];
const ONLY_HERE = () => panel('error', 'Your text is only in this window', el('p', {}, 'The server could not save it, and this browser keeps no copy: its storage is full or switched off. Leave this window open until “Saved” stands beside the buttons. Copy what you cannot do without.'));
const NO_COPY = () => panel('warning', 'This browser keeps no copy of what you type', el('p', {}, 'Its storage is full or switched off. Your text is saved on the server all the same, as you go: close this window only while “Saved” stands beside the buttons.'));

/** Nothing is handed in while the server does not have the text; what it refused for good is told again by who hands it in. */
const UNSAFE = ['choosing', 'conflict', 'failed'];
const WORST_FIRST = ['choosing', 'conflict', 'refused', 'failed', 'unsaved', 'saving', 'saved'];

/**
 * Says in the status line of the place how texts stand, the worst of them first; each call gives another text's voice. In
 * the `unsafe` states nothing can be handed in.
 */
export function telling(host, unsafe = UNSAFE) {
  const said = [];
  return () => {
    const place = said.push(undefined) - 1;
    return (news) => {
      said[place] = news;
      const told = said.filter(Boolean);
      const state = WORST_FIRST.find((one) => told.some((other) => other.state === one));
      host.setDirty(state !== 'saved');
      host.setBlocked?.(unsafe.includes(state));
      host.setStatus(...TEXTS[state](news.state === state ? news : told.find((other) => other.state === state)));
    };
  };
}

const alone = (onlyHere) => (onlyHere ? ' Your text is only in this window: leave it open.' : '');

const TEXTS = {
  unsaved: () => ['Not saved yet …'],
  saving: () => ['Saving …'],
  saved: ({ savedAt }) => [`Saved ${clock(savedAt)}`, 'done'],
  failed: ({ problem, onlyHere }) => [`Not saved: ${problem.message} This is tried again by itself.${alone(onlyHere)}`, 'error'],
  refused: ({ problem, onlyHere }) => [`Not saved: ${problem.message}${alone(onlyHere)}`, 'error'],
  choosing: () => ['Choose above what holds: until then nothing is saved.', 'error'],
  conflict: () => ['Not saved: somebody else saved another text. Choose above what holds.', 'error'],
};
