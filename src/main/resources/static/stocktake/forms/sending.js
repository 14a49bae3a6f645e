/** Sends files one after the other, two at a time, and says how far each has come. */
import { csrfToken, Problem } from './api.js';
import { button, el } from './dom.js';
import { size } from './shelf.js';

const AT_ONCE = 2;
const PATIENCE = 5000;

/** `arrived(file, again)` hears of each file the server has kept; `say` what a screen reader is to hear; `stay` takes the keyboard where its place goes. */
export function sender({ place, arrived, say, stay }) {
  const element = el('ul', { class: 'st-sending st-plain' });
  const waiting = [];
  let running = 0;

  function next() {
    while (running < AT_ONCE && waiting.length) {
      running += 1;
      waiting.shift()().finally(() => {
        running -= 1;
        next();
      });
    }
  }

  function line(file) {
    const progress = el('progress', { max: '100', value: 0, 'aria-label': `${file.name}: how much has been sent` });
    const status = el('span', { class: 'st-help' }, 'Waiting …');
    const buttons = el('span', { class: 'st-buttons' });
    const item = el('li', {}, el('p', {}, el('strong', {}, file.name), ` (${size(file.size)})`), progress, status, buttons);
    let request;
    let over = false;
    const go = () => {
      const here = item.contains(document.activeElement);
      item.remove();
      here && stay();
    };
    const leave = () => {
      over = true;
      request?.abort();
      go();
    };
    const offer = (...offered) => {
      const here = buttons.contains(document.activeElement);
      buttons.replaceChildren(...offered);
      offered.forEach((one) => one.setAttribute('aria-label', `${one.textContent}: ${file.name}`));
      here && offered[0].focus();
    };
    const enqueue = () => {
      progress.hidden = false;
      offer(button('Cancel', leave, 'st-button-quiet'));
      waiting.push(run);
      next();
    };
    const run = async () => {
      if (over) {
        return;
      }
      try {
        const answer = await send(place, file, (made) => (request = made), (part) => {
          progress.value = part;
          status.textContent = part < 100 ? `${part} % sent` : 'Being checked …';
        });
        go();
        arrived(answer.file, answer.again);
      } catch (problem) {
        if (!over) {
          failed(problem);
        }
      }
    };
    const failed = (problem) => {
      progress.hidden = true;
      const again = problem.status === 503 && setTimeout(enqueue, PATIENCE);
      status.className = 'st-message st-message-error';
      status.textContent = problem.message;
      const retry = [0, 401, 403, 409, 500, 502, 503, 504, 507].includes(problem.status);
      offer(...[retry && button('Try again', () => {
        clearTimeout(again);
        status.className = 'st-help';
        enqueue();
      }, 'st-button-light'), button('Close', leave, 'st-button-quiet')].filter(Boolean));
      say(problem.message);
    };
    element.append(item);
    return { enqueue, failed };
  }

  return {
    element,
    send(files, largest) {
      for (const file of files) {
        const one = line(file);
        if (largest && file.size > largest) {
          one.failed(new Problem(413, { detail: `“${file.name}” is not attached: it has ${size(file.size)}, and a file may have at most ${size(largest)}. Make it smaller, or put it on the web and give its address.` }));
        } else {
          one.enqueue();
        }
      }
    },
  };
}

/** fetch() tells nothing about what has been sent; the older way does. */
function send(place, file, made, progressed) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    made(request);
    request.open('POST', `${place}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-STOCKTAKE-CSRF', csrfToken());
    request.upload.onprogress = ({ loaded, total }) => progressed(Math.floor((loaded / Math.max(total, 1)) * 100));
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status === 200 || request.status === 201) {
        resolve({ file: body, again: request.status === 200 });
      } else {
        reject(new Problem(request.status, body.detail ? body : { detail: words(file, request.status) }));
      }
    };
    request.onerror = () => reject(new Problem(0, { detail: `“${file.name}” is not attached: the connection broke. What you wrote is kept; try again.` }));
    request.onabort = () => reject(new Problem(0, { detail: 'Cancelled.' }));
    request.send(file);
  });
}

function words(file, status) {
  return status === 401 ? `“${file.name}” is not attached: your session has ended. Sign in again in another tab, then try again.`
    : `“${file.name}” is not attached: the server could not take it (${status}). Try again in a minute; if it stays so, tell the secretariat.`;
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
