/** Questions and answers about an update: its coordinators and the secretariat write, reviewers read along. */
import { get, path, post } from './api.js';
import { attempt } from './asking.js';
import { clock } from './dates.js';
import { button, el, paragraphs } from './dom.js';
import { buildForm } from './form.js';
import { keep } from './keep.js';

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
  return [el('details', { class: 'st-plan', open: Boolean(writes && keptFor(me, place).read()) },
    el('summary', {}, writes && !me.secretariat && !messages.length ? 'Ask the secretariat' : 'Questions and answers', count), said,
    ...(writes ? answering({ place, me, host, said, count }) : []))];
}

function message({ text, secretariat, at, by }) {
  return el('li', {}, el('p', {}, el('strong', {}, secretariat ? `${by} (AES)` : by), `, ${clock(at)}`), el('blockquote', {}, paragraphs(text)));
}

function keptFor(me, place) {
  return keep(`thread.${me.userId}.${place}`);
}

function answering({ place, me, host, said, count }) {
  const kept = keptFor(me, place);
  const notice = el('div', { class: 'st-asked' });
  const here = el('div', {});
  let form;
  const fresh = (content) => {
    form = buildForm([{ fields: [{ name: 'text', kind: 'text', rows: 4, required: true, label: 'Your message', help: me.secretariat ? 'Those who coordinate the initiative are told by mail' : 'The secretariat is told by mail; reviewers can read it' }] }],
      content, { level: host.level + 1, changed: () => kept.write(form.read()) });
    here.replaceChildren(form.element);
  };
  fresh(kept.read() ?? {});
  const send = async () => {
    if (await attempt({ form, notice, host }, () => post(place, form.read()))) {
      kept.forget();
      fresh({});
      host.setStatus('Your message is sent.');
      const { messages } = await get(place).catch(() => ({})); // it is sent, whether or not it can be shown now
      if (messages) {
        said.replaceChildren(...messages.map(message));
        count.textContent = ` (${messages.length})`;
      }
    }
  };
  return [notice, here, el('p', { class: 'st-buttons' }, button('Send the message', send))];
}
