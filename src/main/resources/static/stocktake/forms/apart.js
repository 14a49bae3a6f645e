/** Parts of a form that are loaded on their own: where one cannot be, it alone says so and is tried again. */
import { Problem } from './api.js';
import { button, el, panel } from './dom.js';

/** Milliseconds: then the form opens without the part, which may still come. */
const PATIENCE = 6000;
/** Milliseconds: then the form is built without what it asks for. */
const LONGEST = 20000;
const SLOW = new Problem(0, { detail: 'The server takes long to answer.' });

/** The elements that `load` answers, or a panel in place of them; `name` begins its sentence. */
export async function apart(name, load) {
  const loading = load();
  const { value, problem } = await attempted(() => loading, PATIENCE);
  if (!problem) {
    return value;
  }
  const part = missing(name, problem, load);
  if (problem === SLOW) {
    loading.then((late) => part.isConnected && part.replaceWith(...late), () => {});
  }
  return [part];
}

/** Answers `{value}` or `{problem}`, and that soon. */
export async function attempted(load, patience = LONGEST) {
  let timer;
  const late = new Promise((resolve, reject) => (timer = setTimeout(() => reject(SLOW), patience)));
  try {
    return { value: await Promise.race([load(), late]) };
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      reportError(problem);
    }
    return { problem };
  } finally {
    clearTimeout(timer);
  }
}

/** Says that a part is missing; `load` is tried again on demand and answers the elements that take the panel's place. */
export function missing(name, problem, load) {
  const told = el('p', { role: 'status' }, words(name, problem));
  const again = button('Try again', async () => {
    again.disabled = true;
    told.textContent = 'Loading …';
    const { value, problem: still } = await attempted(load);
    if (still) {
      told.textContent = words(name, still);
      again.disabled = false;
      again.focus();
      return;
    }
    const shown = value.length ? value : [el('p', { class: 'st-help', tabindex: '-1' }, `${name}: loaded.`)];
    part.replaceWith(...shown);
    (shown[0].querySelector('summary, a[href], button') ?? shown[0]).focus();
  }, 'st-button-light');
  again.setAttribute('aria-label', `Try again: ${name}`);
  const part = panel('warning', undefined, told, el('p', { class: 'st-buttons' }, again));
  return part;
}

function words(name, problem) {
  return `${name} could not be loaded${problem instanceof Problem ? `: ${problem.message}` : '.'} What you write is not touched by this.`;
}
