/** Questions and answers about an update: its coordinators and the secretariat write, reviewers read along. */
import { get, path, post } from './api.js';
import { attempt } from './asking.js';
import { clock } from './dates.js';
import { button, el, paragraphs } from './dom.js';
import { keptForm } from './kept-form.js';

/** A part of a form: empty where nothing was written and nothing can be. `me` may be left out where nothing is written. */
export async function thread({ update, me, host }) {
  const place = path`/api/updates/${update.cycle}/${update.initiative}/thread`;
  const { messages, mayWrite } = await get(place);
  const writes = mayWrite && me;
  if (!messages.length && !writes) {
    return [];
  }
  const said = el('ol', { class: 'st-plain st-thread', 'aria-label': 'Messages', 'aria-live': 'polite' }, messages.map(message));
  const count = el('span', {}, messages.length ? ` (${messages.length})` : '');
  const { begun, parts } = writes ? answering({ place, me, host, said, count }) : { parts: [] };
  return [el('details', { class: 'st-plan', open: begun },
    el('summary', {}, writes && !me.secretariat && !messages.length ? 'Ask the secretariat' : 'Questions and answers', count), said, ...parts)];
}

function message({ text, secretariat, at, by }) {
  return el('li', {}, el('p', {}, el('strong', {}, secretariat ? `${by} (AES)` : by), `, ${clock(at)}`), el('blockquote', {}, paragraphs(text)));
}

function answering({ place, me, host, said, count }) {
  const notice = el('div', { class: 'st-asked' });
  const form = keptForm(`thread.${me.userId}.${place}`, [{ fields: [{ name: 'text', kind: 'text', rows: 4, required: true, label: 'Your message', help: me.secretariat ? 'Those who coordinate the initiative are told by mail' : 'The secretariat is told by mail; reviewers can read it' }] }],
    {}, { level: host.level + 1 });
  const send = async () => {
    if (await attempt({ form, notice, host }, () => post(place, form.read()))) {
      form.restart({});
      host.setStatus('Your message is sent.');
      const { messages } = await get(place).catch(() => ({})); // it is sent, whether or not it can be shown now
      if (messages) {
        said.replaceChildren(...messages.map(message));
        count.textContent = ` (${messages.length})`;
      }
    }
  };
  return { begun: form.begun, parts: [notice, form.element, el('p', { class: 'st-buttons' }, button('Send the message', send))] };
}
