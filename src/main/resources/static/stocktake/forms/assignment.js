/** Who works on an update: to be seen by colleagues, never needed for writing. */
import { path, put, remove } from './api.js';
import { button, el } from './dom.js';

/** A line that says it, with "Take over" and "Release" as far as the reader may; empty where there is nothing to say. */
export function assignment({ update, host, again }) {
  const { may = {}, assignee } = update;
  if (!assignee && !may.takeOver) {
    return [];
  }
  const act = (label, call) => button(label, async () => {
    try {
      await call(path`/api/updates/${update.cycle}/${update.initiative}/assignee`);
      await again();
      host.assigneeChanged();
    } catch (problem) {
      host.setStatus(problem.message, 'error');
    }
  }, 'st-button-light');
  return [el('div', { class: 'st-assignment' }, el('p', {}, wording(update)),
    may.takeOver && act('Take over', put), may.release && act('Release', remove))];
}

function wording({ may = {}, assignee, state }) {
  if (may.release) {
    return 'You have taken this over: colleagues see that you are writing.';
  }
  if (assignee && state === 'in-review') {
    return `${assignee} is asked to review it.`;
  }
  if (assignee) {
    return `${assignee} is working on this update.`;
  }
  return `Nobody has taken this over yet. You can write${may.submit ? ' and submit' : ''} all the same.`;
}
