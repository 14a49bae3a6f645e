/**
 * Keeps what is being written safe: saves it on the server soon after a pause, keeps a copy in this browser until the
 * server has it, tries again while saving fails, and never overwrites what somebody else saved.
 */
import { get, put } from './api.js';

const PAUSE = 1500;
const RETRIES = [3000, 10000, 30000];
const HOPELESS = [400, 403, 404, 409, 422];

export class Draft {
  /**
   * It is saved at `address`, and stands as `draft` in what `source` answers; `key` names the copy in this browser.
   * `read` gives the content; `tell` hears `{state, savedAt, problem}` with state unsaved, saving, saved, failed, refused
   * or conflict; `warn` hears the server's warnings; `conflict` hears the newer draft.
   */
  constructor({ source, address, key, version, read, tell, warn, conflict }) {
    Object.assign(this, { source, address, key, version, read, tell, warn, conflict });
    this.failures = 0;
    this.dirty = false;
  }

  /** Something was typed. */
  touch() {
    this.dirty = true;
    this.edits = (this.edits ?? 0) + 1;
    this.keepHere();
    if (!this.stopped && !this.failures) {
      this.tell({ state: 'unsaved' });
    }
    this.schedule(PAUSE);
  }

  /** Saves now; tells whether the server has everything afterwards. */
  async save() {
    clearTimeout(this.timer);
    if (this.running) {
      await this.running;
    }
    if (this.stopped || !this.dirty) {
      return !this.stopped;
    }
    this.running = this.send();
    await this.running;
    this.running = undefined;
    if (this.dirty && !this.failures && !this.stopped) {
      this.schedule(PAUSE);
    }
    return !this.dirty;
  }

  async send() {
    const edits = this.edits;
    const content = this.read();
    this.tell({ state: 'saving' });
    try {
      const saved = await put(this.address, { version: this.version, content });
      this.version = saved.version;
      this.failures = 0;
      if (this.edits === edits) {
        this.dirty = false;
        this.forgetHere();
      }
      this.warn(saved.warnings ?? []);
      this.tell({ state: this.dirty ? 'unsaved' : 'saved', ...saved });
    } catch (problem) {
      await this.failed(problem);
    }
  }

  async failed(problem) {
    this.failures += 1;
    const newer = problem.status === 409 ? await this.newerDraft() : undefined;
    if (newer) {
      this.stop();
      this.tell({ state: 'conflict', problem });
      this.conflict(newer);
    } else if (HOPELESS.includes(problem.status)) {
      this.tell({ state: 'refused', problem });
    } else {
      this.tell({ state: 'failed', problem });
      this.schedule(RETRIES[Math.min(this.failures, RETRIES.length) - 1]);
    }
  }

  async newerDraft() {
    const { draft } = await get(this.source).catch(() => ({}));
    return draft && draft.version !== this.version ? draft : undefined;
  }

  /** The page goes away: a last attempt that outlives it; the copy in this browser stays until a save is known. */
  leave() {
    clearTimeout(this.timer);
    if (this.dirty && !this.stopped) {
      this.stopped = true;
      put(this.address, { version: this.version, content: this.read() }, { keepalive: true }).then(() => this.forgetHere(), () => {});
    }
  }

  stop() {
    clearTimeout(this.timer);
    this.stopped = true;
  }

  /** Goes on from another version, after the writer has chosen what holds. */
  resume(version) {
    this.version = version;
    this.stopped = false;
    this.failures = 0;
    this.touch();
  }

  schedule(delay) {
    clearTimeout(this.timer);
    if (!this.stopped) {
      this.timer = setTimeout(() => this.save(), this.failures ? Math.max(delay, RETRIES[0]) : delay);
    }
  }

  keepHere() {
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: new Date().toISOString(), content: this.read() }));
    } catch {
      // A browser that stores nothing still has the server's draft.
    }
  }

  forgetHere() {
    localStorage.removeItem(this.key);
  }

  /** What this browser kept because no save was known to have succeeded: `{at, content}` or nothing. */
  left() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? undefined;
    } catch {
      return undefined;
    }
  }
}
