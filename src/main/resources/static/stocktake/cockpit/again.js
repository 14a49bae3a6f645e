/** Looks again by itself: every 30 seconds while somebody sees the page, and at once when they come back to it. */
const EVERY = 30_000;

export class Again {
  #timer;
  #whenSeen;

  constructor(look) {
    this.#whenSeen = () => document.visibilityState === 'visible' && look();
  }

  start() {
    document.addEventListener('visibilitychange', this.#whenSeen);
    this.#timer = setInterval(this.#whenSeen, EVERY);
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#whenSeen);
    clearInterval(this.#timer);
  }
}
