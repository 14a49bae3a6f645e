/** The paragraphs of a draft: where each comes from, and the secretariat's words beside the accepted ones. */
import { get, path, post, put } from './api.js';
import { clock } from './dates.js';
import { button, el, heading, panel, present, uniqueId, wordsOf } from './dom.js';
import { compared } from './round-comment.js';

const place = document.querySelector('[data-paragraphs]');
const draft = document.querySelector('.st-draft');
const address = path`/api/reports/${place.dataset.cycle}/paragraphs`;
const KEPT = 'stocktake.paragraphs.done';

/** Runs of passages that come from the same. */
function runs(sources) {
  const all = [];
  sources.forEach((source) => {
    const number = Number(source.id.slice(source.id.lastIndexOf('-p') + 2));
    const last = all.at(-1);
    if (last && last.words === source.words) {
      last.to = number;
    } else {
      all.push({ from: number, to: number, words: source.words });
    }
  });
  return all;
}

const told = ({ from, to, words }) => `${from === to ? `Paragraph ${from}` : `Paragraphs ${from} to ${to}`}: ${words}.`;

/** Below each section that has passages of its own: where these come from. */
function tellSources(sources) {
  const sections = new Map();
  sources.forEach((source) => {
    const passage = document.getElementById(source.id);
    const section = passage?.closest('section');
    if (section) {
      sections.set(section, [...(sections.get(section) ?? []), source]);
    }
  });
  sections.forEach((own, section) => {
    const lines = runs(own).map((run) => el('span', { class: 'st-source-run' }, told(run)));
    const line = lines.length > 3
      ? el('details', { class: 'st-sources' }, el('summary', {}, `Where these ${own.length} paragraphs come from`), lines)
      : el('p', { class: 'st-sources' }, lines);
    const inner = [...section.children].find((child) => child.matches('section'));
    inner ? inner.before(line) : section.append(line);
  });
}

/** Other words for a paragraph; `instead` is the edit that ends with them. */
function editor({ where, said, words, instead, focusBack }) {
  const text = el('textarea', { id: uniqueId('wording'), rows: '6', value: words });
  const notice = el('div', {});
  const element = el('div', { class: 'st-beside', role: 'group', 'aria-label': 'Other words for this paragraph' }, notice,
    el('div', { class: 'st-field' }, el('label', { for: text.id }, 'What is printed'), text,
      el('p', { class: 'st-help' }, 'The accepted words stay with the update. The fact sheet says that the secretariat has edited this text.')),
    el('p', { class: 'st-buttons' },
      button('Print these words', () => act(notice, () => put(address, { place: where, said, wording: text.value, instead }), 'The next draft has these words.'), 'st-button-primary'),
      button('Leave it', () => {
        element.remove();
        focusBack();
      }, 'st-button-quiet')));
  return { element, focus: () => text.focus() };
}

/** Does it and shows the page anew, at the same place. */
async function act(notice, call, done) {
  notice.replaceChildren();
  try {
    await call();
    sessionStorage.setItem(KEPT, done);
    location.reload();
  } catch (problem) {
    present(notice, panel('error', undefined, el('p', {}, problem.problems?.length ? `${problem.problems[0].message}` : problem.message)));
  }
}

function editable(passage, source) {
  const say = el('button', { type: 'button', class: 'st-round-say', 'aria-label': `Edit ${source.id.replace('-p', ', paragraph ')}`, onclick: () => {
    const one = editor({ where: passage.dataset.place, said: wordsOf(passage), words: wordsOf(passage), focusBack: () => say.focus() });
    say.after(one.element);
    one.focus();
  } }, 'Edit');
  passage.after(say);
}

/** An edit with the accepted words beside it; where a later revision has come, both are offered. */
function edited(edit) {
  const notice = el('div', {});
  const anew = el('div', {});
  const open = (words) => {
    const one = editor({ where: edit.place, said: edit.offered, words, instead: edit.id, focusBack: () => {} });
    anew.replaceChildren(one.element);
    one.focus();
  };
  const accept = button(edit.stale ? 'Print the coordinators’ words' : 'Print the accepted words again', () => act(notice, () => post(`${address}/accepted`, { edit: edit.id }), 'The next draft has the accepted words.'));
  const keep = edit.stale && edit.offered && edit.offered !== edit.wording
    && button('Keep the secretariat’s words', () => act(notice, () => put(address, { place: edit.place, said: edit.offered, wording: edit.wording, instead: edit.id }), 'The next draft has the secretariat’s words.'));
  const title = edit.stale ? `Stale: revision ${edit.now} was accepted after this was written${edit.over ? ` over revision ${edit.over}` : ''}. ${edit.printed ? 'This paragraph is the same in it, so the secretariat’s words are still printed.' : 'It says something else here, so the coordinators’ words are printed.'}`
    : `Edited by ${edit.by}, ${clock(edit.madeAt)}.`;
  return el('div', { class: `st-beside${edit.stale ? ' st-stale' : ''}`, role: 'group', 'aria-label': edit.stale ? 'A stale edit' : 'An edit' }, notice,
    el('p', {}, el('strong', {}, title)),
    el('p', { class: 'st-help' }, edit.over ? `Accepted words, revision ${edit.over}:` : 'Accepted words:'), el('blockquote', {}, el('p', { class: 'st-prose' }, edit.said)),
    edit.stale && !edit.printed && edit.offered && [el('p', { class: 'st-help' }, `Accepted words, revision ${edit.now}:`), el('blockquote', {}, el('p', { class: 'st-prose' }, edit.offered))],
    edit.stale && !edit.offered && el('p', {}, `Revision ${edit.now} has no text here.`),
    el('p', { class: 'st-help' }, 'The secretariat’s words, beside those they were written over:'), compared(edit.parts),
    el('p', { class: 'st-buttons' }, accept, keep, edit.offered && button('Write it anew', () => open(edit.wording))), anew);
}

async function show() {
  const { paragraphs, edits } = await get(address);
  paragraphs.filter(({ editable: may }) => may).forEach((source) => {
    const passage = document.getElementById(source.id);
    if (passage && !edits.some((edit) => edit.at === source.id)) {
      editable(passage, source);
    }
  });
  const homeless = edits.filter((edit) => {
    const passage = edit.at && document.getElementById(edit.at);
    passage && passage.after(edited(edit));
    return !passage;
  });
  tellSources(paragraphs);
  const stale = edits.filter((edit) => edit.stale);
  const done = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  const list = stale.length > 0 && panel('warning', stale.length === 1 ? 'One edited paragraph is stale' : `${stale.length} edited paragraphs are stale`,
    el('p', {}, 'A later revision was accepted. Take its words, keep yours, or write the paragraph anew.'),
    el('ul', {}, stale.map((edit) => el('li', {}, edit.at ? el('a', { href: `#${edit.at}` }, edit.place) : edit.place))));
  place.replaceChildren(...[done && el('p', { class: 'st-panel st-panel-done', role: 'status' }, `${done} Choose “Compile again” in the task when you are ready.`), list,
    ...(homeless.length ? [heading(2, 'Edits whose text is gone'), ...homeless.map(edited)] : [])].filter(Boolean));
  document.querySelector('[data-parts]').append(el('ul', {}, [...draft.querySelectorAll('.chapter, .sheet')].map((section) =>
    el('li', {}, el('a', { href: `#${section.id}` }, section.querySelector('h2, h4').textContent)))));
}

show().catch((problem) => place.replaceChildren(panel('error', undefined, el('p', {}, `Where the paragraphs come from could not be loaded: ${problem.message}`))));
