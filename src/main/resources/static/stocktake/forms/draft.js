/**
 * Keeps what is being written safe: saves it on the server soon after a pause, keeps a copy in this browser until the
 * server has it, tries again while saving fails, and never overwrites what somebody else saved.
 */
import { get, put } from './api.js';
import { keep } from './keep.js';

/** It is saved after a pause so long, and so often while somebody types on: a browser that dies loses less than two seconds. */
const PAUSE = 1000;
const LONGEST = 1500;
const RETRIES = [3000, 10000, 30000];
const HOPELESS = [400, 403, 404, 409, 412, 422];
const OUTDATED = [409, 412];
const KEEPING = 250;
const PATIENCE = 20000;

export class Draft {
  /**
   * It is saved at `address`, and stands as `draft` in what `source` answers; `key` names the copies in this browser, one of each window.
   * `read` gives the content; `tell` hears `{state, savedAt, problem, onlyHere}` with state unsaved, saving, saved, failed,
   * refused or conflict, and whether this browser refuses to keep a copy; `warn` hears the server's warnings; `conflict` hears the newer draft.
   */
  constructor({ source, address, key, version, read, tell, warn, conflict }) {
    Object.assign(this, { source, address, kept: keep(key), version, read, tell, warn, conflict });
    this.failures = 0;
    this.dirty = false;
    this.keeps = true;
    this.retry = () => this.dirty && this.failures && this.save();
    this.hidden = () => document.visibilityState === 'hidden' && this.dirty && !this.stopped && this.saveBeforeSleep();
    this.listen(addEventListener);
  }

  /** Where the connection or the person comes back, saving is tried at once; so it is when somebody turns away. */
  listen(how) {
    how('online', this.retry);
    how('focus', this.retry);
    how('visibilitychange', this.hidden, true);
  }

  /** A phone may end what lies behind another application, without a word to the page. */
  saveBeforeSleep() {
    this.keepHere();
    this.save();
  }

  /** Something was typed. */
  touch() {
    this.dirty = true;
    this.edits = (this.edits ?? 0) + 1;
    this.since ??= Date.now();
    this.stopped || this.keepSoon();
    if (!this.stopped && !this.failures) {
      this.say({ state: 'unsaved' });
    }
    if (!this.failures) {
      this.schedule(Math.max(0, Math.min(PAUSE, this.since + LONGEST - Date.now())));
    } else if (!this.timer) {
      this.schedule(RETRIES[0]);
    }
  }

  /** Saves now; tells whether the server has everything afterwards. */
  async save() {
    this.cancel();
    while (this.running) {
      await this.running;
    }
    if (this.stopped || !this.dirty) {
      return !this.stopped;
    }
    this.running = this.send();
    await this.running;
    this.running = undefined;
    if (this.dirty && !this.failures && !this.stopped) {
      this.schedule(Math.max(0, this.since + LONGEST - Date.now()));
    }
    return !this.dirty;
  }

  async send() {
    const edits = this.edits;
    this.since = undefined;
    const content = this.read();
    this.say({ state: 'saving' });
    try {
      const saved = await put(this.address, { version: this.version, content }, { match: this.version, timeout: PATIENCE });
      this.version = saved.version;
      this.failures = 0;
      if (this.edits === edits) {
        this.dirty = false;
        this.forgetHere();
      } else {
        this.since ??= Date.now();
      }
      this.warn(saved.warnings ?? []);
      this.say({ state: this.dirty ? 'unsaved' : 'saved', ...saved });
    } catch (problem) {
      await this.failed(problem);
    }
  }

  async failed(problem) {
    this.failures += 1;
    this.keepHere();
    if (await this.outdated(problem)) {
      return;
    }
    if (HOPELESS.includes(problem.status)) {
      this.say({ state: 'refused', problem });
    } else {
      this.say({ state: 'failed', problem });
      this.schedule(RETRIES[Math.min(this.failures, RETRIES.length) - 1]);
    }
  }

  /** Tells of a newer version where there is one: nothing is saved until its writer has chosen. */
  async outdated(problem) {
    const newer = OUTDATED.includes(problem.status) ? await this.newerDraft() : undefined;
    if (newer) {
      this.stop();
      this.say({ state: 'conflict', problem });
      this.conflict(newer);
    }
    return Boolean(newer);
  }

  async newerDraft() {
    const { draft } = await get(this.source).catch(() => ({}));
    return draft && draft.version !== this.version ? draft : undefined;
  }

  /** The page goes away: a last attempt that outlives it; the copy in this browser stays until a save is known. */
  leave() {
    this.cancel();
    if (this.dirty && !this.stopped) {
      this.keepHere();
      this.stop();
      put(this.address, { version: this.version, content: this.read() }, { keepalive: true, match: this.version }).then(() => this.forgetHere(), () => {});
    }
  }

  stop() {
    this.cancel();
    clearTimeout(this.keeping);
    this.keeping = undefined;
    this.stopped = true;
    this.listen(removeEventListener);
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Goes on from another version, after the writer has chosen what holds. */
  resume(version) {
    this.version = version;
    this.stopped = false;
    this.failures = 0;
    this.listen(addEventListener);
    this.touch();
  }

  schedule(delay) {
    this.cancel();
    if (!this.stopped) {
      this.timer = setTimeout(() => this.save(), this.failures ? Math.max(delay, RETRIES[0]) : delay);
    }
  }

  /** A long form is not read at every key. */
  keepSoon() {
    this.keeping ??= setTimeout(() => this.dirty && this.keepHere(), KEEPING);
  }

  /** A browser whose storage is full or switched off keeps nothing: that is told, and saving on the server goes on. */
  keepHere() {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    const before = this.keeps;
    this.keeps = this.kept.write(this.read());
    if (this.keeps !== before && this.said) {
      this.say(this.said);
    }
  }

  forgetHere() {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    this.kept.forget();
  }

  say(news) {
    this.said = news;
    this.tell({ ...news, onlyHere: !this.keeps });
  }

  /** What this browser kept because no save was known to have succeeded, `{at, content}`, the newest that nothing was made of yet; or nothing. */
  left() {
    return this.kept.copies()[0];
  }

  /** What another window left behind meanwhile. */
  leftElsewhere() {
    return this.kept.others()[0];
  }

  /** Its writer has chosen: the copy goes as soon as the text is safe that holds now. */
  take(left) {
    this.kept.take(left);
  }

  /** Nothing in it is missing here. */
  drop(left) {
    this.kept.drop(left);
  }
}
