/**
 * Keeps what is typed in this browser until the server has it. Each window has a copy of its own: what another open window
 * keeps is never touched, and what closed windows left behind is there for whoever opens the form next.
 */

const HERE = Math.random().toString(36).slice(2);
const LOCK = 'stocktake.window.';
let away = () => {};
let open = [];

/** While a window is shown it holds a lock, which ends with it, whatever ends it. Some browsers have none. */
function arrive() {
  navigator.locks?.request(LOCK + HERE, () => new Promise((resolve) => (away = resolve))).catch(() => {});
}
arrive();
lookAround();
addEventListener('pagehide', () => away());
addEventListener('pageshow', (event) => event.persisted && arrive());

/** Notes which other windows are open. A browser that cannot tell has none: what they keep counts as left behind. */
export async function lookAround() {
  const { held = [] } = (await navigator.locks?.query().catch(() => ({}))) ?? {};
  open = held.map(({ name }) => name.slice(LOCK.length)).filter((one) => one !== HERE);
}

/** What is kept of the form called `name`. A copy is `{at, content}`: when it was typed last, and what. */
export function keep(name) {
  const stem = `stocktake.${name}`;
  const own = `${stem}~${HERE}`;
  const taken = new Map();
  let last = {};

  /** Each window's copy, the newest first. */
  function all() {
    try {
      return Object.keys(localStorage).filter((key) => key === stem || key.startsWith(`${stem}~`)).map(parsed).filter(Boolean)
        .sort((one, other) => other.at.localeCompare(one.at));
    } catch {
      return [];
    }
  }

  const isOpen = ({ key }) => open.includes(key.slice(stem.length + 1));
  const copies = () => all().filter((copy) => !isOpen(copy) && taken.get(copy.key) !== copy.raw);
  const mine = () => all().find(({ key }) => key === own);

  const kept = {
    /** Copies of this window and of closed ones that nothing was made of yet, the newest first. */
    copies,
    /** What another window left behind. */
    others: () => copies().filter(({ key }) => key !== own),
    /** Whether another window that is open keeps something of this form. */
    isElsewhere: () => all().some(isOpen),
    /** What the form goes on with: what this window kept, or else the newest that another left behind. */
    read() {
      const copy = mine() ?? copies()[0];
      copy && kept.take(copy);
      return copy?.content;
    },
    /** The form goes on with a copy: it goes as soon as this window keeps its own or the server has the text. */
    take: ({ key, raw }) => key !== own && taken.set(key, raw),
    /** Whether this browser has kept it: its storage may be full or switched off. */
    write(content) {
      const text = JSON.stringify(content);
      last = text === last.text ? last : { text, at: new Date().toISOString() };
      try {
        localStorage.setItem(own, JSON.stringify({ at: last.at, content }));
        clear();
        return true;
      } catch {
        return false;
      }
    },
    /** Goes on with a copy; what this window has meanwhile takes its place. */
    exchange(copy) {
      const before = mine();
      before || taken.clear(); // what the form began with stands only there
      remove(copy);
      const done = kept.write(copy.content);
      before && put(copy.key, before.raw);
      return done;
    },
    drop: remove,
    /** The server has the text. */
    forget() {
      clear();
      const copy = mine();
      copy && remove(copy);
    },
  };

  /** What a window that was thought closed has typed since then stays. */
  function clear() {
    taken.forEach((raw, key) => remove({ key, raw }));
    taken.clear();
  }

  return kept;
}

function parsed(key) {
  const raw = localStorage.getItem(key);
  try {
    const value = JSON.parse(raw);
    return { at: '', content: value, ...(value?.content && value.at ? value : {}), key, raw };
  } catch {
    return undefined;
  }
}

function remove({ key, raw }) {
  try {
    localStorage.getItem(key) === raw && localStorage.removeItem(key);
  } catch {
    // Where nothing may be stored nothing was kept.
  }
}

function put(key, raw) {
  try {
    localStorage.setItem(key, raw);
  } catch {
    // There was room for it before.
  }
}
