/** The draft of a report as its writers have it: its files, and the free chapters, each saved as it is typed. */
import { get, path, post, whoAmI } from './api.js';
import { clock, day } from './dates.js';
import { button, el, panel } from './dom.js';
import { Manuscript, telling } from './manuscript.js';

/** Links to the draft as a web page and for Word; `data` adds the one as JSON. */
export function filesOf(cycle, { data = false } = {}) {
  const draft = path`/reports/${cycle}/draft`;
  const file = (address, label, download) => el('li', {}, el('a', { href: address, target: '_blank', rel: 'noopener', download }, label));
  return el('ul', { class: 'st-files' }, file(draft, 'Read the draft'), file(`${draft}.docx`, 'Download the draft for Word', true),
    data && file(`${draft}.json`, 'Download the draft as data (JSON)', true));
}

/** Where the secretariat sees what comes from whom, and chooses what is printed. */
export function paragraphsOf(cycle) {
  return el('p', {}, 'Other words for a paragraph of an update: ', el('a', { href: path`/reports/${cycle}/paragraphs`, target: '_blank', rel: 'noopener' }, 'the draft with the source of each paragraph'),
    '. Where no update was accepted: ', el('a', { href: path`/reports/${cycle}/missing`, target: '_blank', rel: 'noopener' }, 'what is printed in its place'), '. ',
    el('a', { href: path`/reports/${cycle}/chapters`, target: '_blank', rel: 'noopener' }, 'Which chapters the report has'), '. ',
    el('a', { href: path`/reports/${cycle}/commissions`, target: '_blank', rel: 'noopener' }, 'Chapters that others write'), '.');
}

/** Edited paragraphs over which a later revision has come; nothing where there are none. */
export async function staleEdits(cycle) {
  const { edits } = await get(path`/api/reports/${cycle}/paragraphs`);
  const stale = edits.filter((edit) => edit.stale);
  return stale.length > 0 && panel('warning', undefined, el('p', {}, `${stale.length === 1 ? 'One edited paragraph is' : `${stale.length} edited paragraphs are`} stale: a later revision was accepted. `,
    el('a', { href: path`/reports/${cycle}/paragraphs`, target: '_blank', rel: 'noopener' }, 'Choose between its words and yours'), '.'));
}

/** Commissioned chapters that are not accepted, and so are left out if the report is sealed now; nothing where there are none. */
export async function openChapters(cycle) {
  const open = (await get(path`/api/reports/${cycle}/commissions`)).filter((one) => one.open);
  return open.length > 0 && panel('warning', undefined,
    el('p', {}, `${open.length === 1 ? 'One commissioned chapter is' : `${open.length} commissioned chapters are`} not accepted. What is not accepted when the report is sealed for SOM2 is left out.`),
    el('ul', {}, open.map(({ title, author, due, state }) => el('li', {}, `“${title}” by ${author}, due ${day(due)}: ${state}`))),
    el('p', {}, el('a', { href: path`/reports/${cycle}/commissions`, target: '_blank', rel: 'noopener' }, 'Commissioned chapters')));
}

/** Where a draft is sent round for comments. */
export function roundsOf(cycle) {
  return el('p', {}, 'The draft may go round for comments as often as you like: ', el('a', { href: path`/reports/${cycle}/rounds`, target: '_blank', rel: 'noopener' }, 'comment rounds'), '.');
}

/**
 * The chapters of these keys, or all; `voices` gives each its place in the status line. `all` has each chapter's key,
 * title and text.
 */
export async function chaptersOf(cycle, { keys, host, voices = telling(host) }) {
  const [written, me] = await Promise.all([get(path`/api/reports/${cycle}/chapters`), whoAmI()]);
  const all = written.filter(({ key }) => !keys || keys.includes(key)).map(({ key, title, draft }) => {
    const address = path`/api/reports/${cycle}/chapters/${key}`;
    const notice = el('div', {});
    const text = new Manuscript({
      sections: [{ fields: [{ name: 'text', kind: 'text', rows: 8, label: title, help: 'Leave a line empty to start a new paragraph.' }] }],
      saved: draft, level: host.level, notice, tell: voices(),
      store: { source: address, address, key: `unsaved.${me.userId}.${cycle}.${key}` },
    });
    return { key, title, address, text, notice };
  });
  return {
    all,
    element: el('div', {}, all.map(({ notice, text }) => [notice, text.element])),
    offerRemainder: () => all.forEach(({ text }) => text.offerRemainder()),
    save: async () => (await Promise.all(all.map(({ text }) => text.save()))).every(Boolean),
    leave: () => all.forEach(({ text }) => text.leave()),
    done: () => all.forEach(({ text }) => text.done()),
  };
}

/** That updates were accepted after the draft was compiled; nothing where it has them all. */
export async function outOfDate(cycle) {
  const { version, compiledAt, acceptedSince } = await get(path`/api/reports/${cycle}/compilation`);
  return acceptedSince.length > 0 && panel('warning', undefined, el('p', {},
    `The draft is out of date: after version ${version} was compiled (${clock(compiledAt)}), ${acceptedSince.length === 1 ? 'the update of' : 'the updates of'} ${acceptedSince.join(', ')} ${acceptedSince.length === 1 ? 'was' : 'were'} accepted. Choose “Compile again”.`));
}

/** "Compile again"; `save` puts what is typed on the server first. */
export function compiler(cycle, host, save, stale) {
  const compile = async () => {
    try {
      if (!(await save())) {
        throw new Error('the text could not be saved. Try again in a moment.');
      }
      const { version } = await post(path`/api/reports/${cycle}/compilation`);
      stale && stale.remove();
      host.setStatus(`Compiled version ${version} at ${clock(new Date())}: open the draft again to see it.`, 'done');
    } catch (problem) {
      host.setStatus(`Not compiled: ${problem.message}`, 'error');
    }
  };
  return el('p', {}, button('Compile again', compile, 'st-button-light'), ' ',
    el('span', { class: 'st-help' }, 'takes your chapters and the latest decisions on updates into the draft'));
}
