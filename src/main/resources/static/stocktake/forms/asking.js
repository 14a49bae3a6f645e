/** Doing something on the server for a form: asks first where it cannot be undone, and says at the form what went wrong. */
import { button, el, panel, present } from './dom.js';
import { summary } from './form.js';

/** Does it; tells whether it was done. Problems appear at their fields and in a summary that takes the focus. */
export async function attempt({ form, notice, host }, call, otherwise = () => {}) {
  form?.mark('error', []);
  notice.replaceChildren();
  try {
    await call();
    return true;
  } catch (problem) {
    if (problem.problems === undefined) {
      throw problem;
    }
    form?.mark('error', problem.problems);
    if (problem.problems.length && form) {
      present(notice, summary(form, { tone: 'error', title: problem.message, messages: problem.problems }));
      host.setStatus('Not done yet: see the list above.', 'error');
    } else {
      refuse({ notice, host }, problem.message);
    }
    otherwise(problem);
    return false;
  }
}

/** Says why something is not done. */
export function refuse({ notice, host }, message) {
  present(notice, panel('error', undefined, el('p', {}, message)));
  host.setStatus('Not done yet: see the message above.', 'error');
  return false;
}

/** Asks a question in `place`; answers true for `yes`, false for "No". Camunda's page allows no dialogs of the browser. */
export function confirm(place, question, yes, ...details) {
  const before = document.activeElement;
  return new Promise((resolve) => {
    const answer = (value) => () => {
      place.replaceChildren();
      before?.isConnected && before.focus({ preventScroll: true }); // it went with the question
      resolve(value);
    };
    const asked = panel('warning', question, ...details, el('p', { class: 'st-buttons' },
      button(yes, answer(true), 'st-button-primary'), button('No, go back', answer(false))));
    asked.setAttribute('role', 'group');
    asked.setAttribute('aria-label', question);
    asked.addEventListener('keydown', (event) => event.key === 'Escape' && answer(false)());
    present(place, asked);
  });
}
