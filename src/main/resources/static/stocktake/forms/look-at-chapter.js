/** The secretariat accepts a commissioned chapter, or returns it to its author with a remark. */
import { get, path, post } from './api.js';
import { attempt, confirm } from './asking.js';
import { clock } from './dates.js';
import { el, heading, panel, paragraphs } from './dom.js';
import { buildForm } from './form.js';

const REMARK = [{ fields: [{ name: 'remark', kind: 'text', rows: 4, label: 'Remark for the author', help: 'Needed when you return the chapter: what should be different. It is mailed to the author and never printed.' }] }];

export async function mount(element, { cycle, initiative: number, host }) {
  host.reset();
  const notice = el('div', { class: 'st-notice' });
  const address = path`/api/reports/${cycle}/commissions/${number}`;
  const one = await get(address);
  const { version, text, author, at } = one.handedIn;
  const form = buildForm(REMARK, {}, { level: host.level, changed: () => host.setDirty(true) });
  const decide = (accepted, question, yes, after) => async () => {
    const agreed = await confirm(notice, question, yes, el('p', {}, after));
    return agreed && attempt({ form, notice, host }, () => post(`${address}/decided`, { version, accepted, remark: form.read().remark ?? '' }));
  };
  element.replaceChildren(
    el('p', {}, `A chapter of the Stocktaking Report of ${cycle}, behind “${one.behind}”, handed in ${clock(at)} by ${one.author}. Printed with the name: ${author}.`),
    panel('note', 'What was asked for', ...paragraphs(one.brief)),
    heading(host.level, one.title, { class: 'st-section-title' }), el('div', { class: 'st-reading' }, ...paragraphs(text)),
    notice, form.element);
  host.setActions([
    { label: 'Accept the chapter', done: `“${one.title}” is accepted: the next draft has it.`,
      run: decide(true, `Accept “${one.title}”?`, 'Yes, accept it', 'The next draft that is compiled has it as it stands here. Its author is told. You can still withdraw it until the report is sealed.') },
    { label: 'Return it', done: `“${one.title}” is returned to its author.`,
      run: decide(false, `Return “${one.title}” to ${one.author}?`, 'Yes, return it', 'The author gets your remark by mail and finds the task again, with their text.') },
  ]);
}
