/** A host sends who took part in a meeting, as an Excel workbook. */
import { csrfToken, path, post, Problem } from './api.js';
import { attempt } from './asking.js';
import { el, uniqueId } from './dom.js';
import { hostedMeeting, hostIntro } from './hosting.js';

export async function mount(element, { cycle, meeting: kind, host }) {
  const hosted = await hostedMeeting(cycle, kind);
  const id = uniqueId('file');
  const notice = el('div', { class: 'st-notice' });
  const file = el('input', { id, type: 'file', accept: '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'aria-describedby': `${id}-help` });
  host.reset();
  element.replaceChildren(...hostIntro(hosted, cycle).filter(Boolean), notice,
    el('p', { class: 'st-field' }, el('label', { for: id }, 'List of participants (.xlsx)'), file,
      el('span', { class: 'st-help', id: `${id}-help` }, 'Its first sheet is read; the first row names the columns party, name and function. Write parties as the register has them; guests have none. If anything is wrong, nothing is taken and you are told what.')));
  const send = () => attempt({ notice, host }, async () => {
    if (!file.files.length) {
      throw Object.assign(new Error('Choose the workbook first.'), { problems: [] });
    }
    await upload(`${hosted.place}/participants`, file.files[0]);
  });
  const without = () => attempt({ notice, host }, () => post(path`/api/cycles/${cycle}/meetings/${kind}/hosting/no-participants`));
  host.setActions([{ label: 'Send the list', done: 'The list is loaded.', run: send },
    ...hosted.said.secretariat ? [{ label: 'Go on without a list', done: 'The meeting can be recorded.', run: without }] : []]);
}

async function upload(address, file) {
  const response = await fetch(address, {
    method: 'POST', credentials: 'same-origin', body: file,
    headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/json, application/problem+json', 'X-STOCKTAKE-CSRF': csrfToken() },
  }).catch(() => {
    throw new Problem(0, { title: 'No connection', detail: 'The server cannot be reached at the moment. Check your connection and send the list again.' });
  });
  if (!response.ok) {
    const body = await response.json().catch(() => ({}));
    throw new Problem(response.status, { detail: body.detail ?? 'The list could not be sent. Try again in a minute.', problems: body.problems ?? [] });
  }
}
