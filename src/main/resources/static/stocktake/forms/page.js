/** The place a form has on a page of our own: the same offers as tasklist.js, with a bar of buttons below the form. */
import { get, path, whoAmI } from './api.js';
import { button, el, panel, present } from './dom.js';
import { lookAround } from './keep.js';

/** Shows the form for the element's data-cycle and data-initiative; reviewers get theirs, and so do contributors. */
export async function open(element) {
  const { cycle, initiative } = element.dataset;
  try {
    const [form] = await Promise.all([formOf(element), lookAround()]);
    await form.mount(element, { cycle, initiative, host: hostOf(element) });
  } catch (problem) {
    const said = problem instanceof TypeError ? 'The connection was interrupted while it was loaded.' : problem.message;
    // a browser remembers a script that did not come through until the page is loaded again
    present(element, panel('error', 'The form could not be shown', el('p', {}, said), el('p', { class: 'st-buttons' }, button('Try again', () => location.reload()))));
  }
}

/** A contribution has a form of its own. */
async function formOf({ dataset: { cycle, initiative, contribution } }) {
  if (contribution !== undefined) {
    return import('./write-contribution.js');
  }
  const update = await get(path`/api/updates/${cycle}/${initiative}`);
  return import(update.may?.review ? './review.js' : './update.js');
}

/** The place; `next` gives where to go once something is done. */
export function hostOf(element, next = toTasks) {
  const status = el('p', { class: 'st-status', role: 'status' });
  const buttons = el('span', { class: 'st-actions' });
  const bar = el('div', { class: 'st-bar', hidden: true }, buttons, status);
  let handlers = {};
  let actions = [];
  let offered = [];
  let dirty = false;
  let blocked = false;
  element.nextElementSibling?.matches('.st-bar') && element.nextElementSibling.remove(); // of an attempt that failed
  element.after(bar);
  addEventListener('pagehide', () => handlers.leave?.());
  addEventListener('pageshow', (event) => event.persisted && location.reload()); // it was left: nothing is saved any more
  addEventListener('beforeunload', (event) => dirty && event.preventDefault());

  function draw() {
    const saver = handlers.save && button('Save', () => handlers.save());
    offered = actions.map((action, index) => button(action.label, () => perform(action), index === 0 ? 'st-button-primary' : ''));
    offered.forEach((one) => (one.disabled = blocked));
    buttons.replaceChildren(...[saver, ...offered].filter(Boolean));
    bar.hidden = !buttons.childElementCount && !status.textContent;
  }

  async function perform(action) {
    const all = buttons.querySelectorAll('button');
    all.forEach((one) => (one.disabled = true));
    try {
      if ((await action.run()) === true) {
        dirty = false;
        bar.remove();
        present(element, panel('done', 'Done', el('p', {}, action.done ?? ''), el('p', {}, await next())));
      }
    } catch (problem) {
      say(problem.message, 'error');
    } finally {
      all.forEach((one) => (one.disabled = blocked && offered.includes(one)));
    }
  }

  function say(text, tone = 'note') {
    status.textContent = text;
    status.dataset.tone = tone;
    bar.hidden = !buttons.childElementCount && !text;
  }

  return {
    level: 1,
    reset() {
      handlers = {};
      blocked = false;
      draw();
    },
    onSave: (handler) => {
      handlers.save = handler;
      draw();
    },
    setDirty: (now) => (dirty = now),
    setActions: (wanted) => {
      actions = wanted;
      draw();
    },
    /** Nothing can be handed in while a text is not saved. */
    setBlocked(now) {
      blocked = now;
      offered.forEach((one) => (one.disabled = now));
    },
    setStatus: say,
    assigneeChanged() {},
    onAssigneeChange() {},
    onLeave: (handler) => (handlers.leave = handler),
  };
}

async function toTasks() {
  const { tasks } = await whoAmI().catch(() => ({}));
  return tasks ? el('a', { href: '/camunda/app/tasklist/' }, 'Go to Tasklist') : el('a', { href: '/my/updates' }, 'Go to my updates');
}

const element = document.querySelector('[data-initiative]');
if (element) {
  open(element);
}
