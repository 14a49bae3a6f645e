/** A draft that goes round: comments stand at their passages, are saved as they are written, and stay until the round closes. */
import { get, path, whoAmI } from './api.js';
import { clock, deadlines } from './dates.js';
import { button, el, heading, panel, present, uniqueId, wordsOf } from './dom.js';
import { Draft } from './draft.js';
import { keep, lookAround } from './keep.js';
import { keptWords } from './kept-words.js';
import { telling } from './manuscript.js';
import { standing, writing } from './round-comment.js';

const place = document.querySelector('[data-round]');
const draftHere = document.querySelector('.st-draft');

/** The passages of the page by their id, each with what a comment needs to know of it. */
function passagesOf(prose) {
  const all = new Map();
  const written = new Set(prose);
  draftHere?.querySelectorAll('[data-place]').forEach((element) => {
    const number = Number(element.dataset.paragraph);
    const text = wordsOf(element);
    all.set(element.id, { id: element.id, element, place: element.dataset.place, paragraph: number, text, prose: written.has(element.id), called: calledOf(element, number) });
  });
  return all;
}

function calledOf(element, number) {
  const names = [];
  for (let section = element.closest('section'); section; section = section.parentElement.closest('section')) {
    names.unshift(section.querySelector(':scope > :is(h2, h3, h4, h5, h6)')?.textContent ?? '');
    if (section.matches('.sheet, .chapter')) {
      break;
    }
  }
  return `${names.join(', ')}, ${number ? `paragraph ${number}` : 'as a whole'}`;
}

const idOf = ({ place: where, paragraph }) => `${where}-p${paragraph}`;

/** Where what belongs to a passage stands: in its own row or line, or below its paragraph. */
function besideOf({ element }) {
  if (element.matches('tr')) {
    return element.lastElementChild;
  }
  return element.matches('dl > div') ? element.querySelector('dd') : element;
}

function put(passage, ...elements) {
  const beside = besideOf(passage);
  passage.element.matches('p') ? (passage.end ?? beside).after(...elements) : beside.append(...elements);
  if (passage.element.matches('p')) {
    passage.end = elements.at(-1);
  }
}

/** Parts of the draft to go to, since it is long. */
function contents() {
  const nav = document.querySelector('[data-parts]');
  nav?.append(el('ul', {}, [...draftHere.querySelectorAll('.chapter, .sheet')].map((section) =>
    el('li', {}, el('a', { href: `#${section.id}` }, section.querySelector('h2, h4').textContent)))));
}

async function show() {
  const { cycle, number } = place.dataset;
  const address = path`/api/reports/${cycle}/rounds/${number}`;
  const [round, me] = await Promise.all([get(address), whoAmI(), lookAround()]);
  const passages = passagesOf(round.prose);
  const key = `unsaved.${me.userId}.${cycle}.round.${number}`;
  if (draftHere) {
    contents();
  }
  const notHere = [...round.others, ...round.said].filter((said) => !shownBeside(said, passages, round.number));
  const list = el('div', {});
  place.replaceChildren(list, ...(notHere.length ? [heading(2, 'What was said', {}), ...notHere.map((said) => standing(said, round.number, false))] : []));
  if (round.open) {
    write({ round, passages, list, address, key });
  } else {
    late({ round, list, kept: keep(key) });
  }
}

/** Puts a comment that stands at its passage; where the draft has that no more, at its section. */
function shownBeside(said, passages, round) {
  const at = passages.get(idOf({ place: said.place, paragraph: said.now ?? said.paragraph }))
    ?? [...passages.values()].find((passage) => passage.place === said.place);
  if (at) {
    put(at, standing(said, round));
    at.element.classList.add('st-commented');
  }
  return Boolean(at);
}

function write({ round, passages, list, address, key }) {
  let lines = (round.draft.content.comments ?? []).map((line) => ({ ...line }));
  let shown = [];
  const notice = el('div', { class: 'st-notice' });
  const status = el('p', { class: 'st-status st-round-bar', role: 'status' }, 'Everything you write is saved as you go.');
  const own = el('div', {});
  let dirty = false;
  list.append(el('p', {}, `Comments are taken until ${deadlines(round.closesAt, round.zone)}.`), notice, own);
  document.querySelector('main').append(status);
  const tell = telling({
    setDirty: (now) => (dirty = now),
    setStatus: (text, tone = 'note') => {
      status.textContent = text;
      status.dataset.tone = tone;
    },
  })();
  const draft = new Draft({
    source: address, address: `${address}/comments`, key, version: round.draft.version, warn: () => {},
    read: () => ({ comments: lines }),
    tell: (news) => {
      tell(news);
      if (news.changes) {
        shown.forEach((one) => one.compare(news.changes[one.line.key]));
      }
    },
    conflict: (newer) => choose({
      title: `You saved other comments ${newer.savedAt ? clock(newer.savedAt) : 'meanwhile'} in another window. Nothing was overwritten: choose what holds.`,
      mine: lines, theirs: newer.content.comments ?? [], version: newer.version, theirsName: 'Those of the other window', mineName: 'Those on this page',
    }),
  });
  const changed = () => {
    draft.touch();
    overview();
  };

  function overview() {
    own.replaceChildren(heading(2, lines.length === 1 ? 'Your comment' : `Your comments: ${lines.length || 'none yet'}`, { id: 'your-comments', tabindex: '-1' }),
      lines.length ? el('ol', {}, lines.map((line) => el('li', {}, el('a', { href: `#${idOf(line)}` }, passages.get(idOf(line))?.called ?? line.place),
        line.text?.trim() ? `: ${short(line.text)}` : line.wording ? ': other words' : ': still empty'))) : el('p', { class: 'st-help' }, 'Choose “Comment” beside a paragraph.'));
  }

  function add(passage) {
    const line = { key: uniqueId(`c${Date.now().toString(36)}`), place: passage.place, paragraph: passage.paragraph, text: '' };
    lines.push(line);
    showLine(line).focus();
    changed();
  }

  function showLine(line) {
    const passage = passages.get(idOf(line));
    const one = writing(line, {
      passage, changed,
      withdrawn: () => {
        lines = lines.filter((other) => other !== line);
        shown = shown.filter((other) => other !== one);
        one.element.remove();
        passage.say.focus();
        changed();
      },
    });
    passage.say.before(one.element);
    shown.push(one);
    return one;
  }

  function rebuild(now, changes = {}) {
    shown.forEach((one) => one.element.remove());
    shown = [];
    lines = now.filter((line) => passages.has(idOf(line))).map((line) => ({ ...line }));
    lines.forEach((line) => showLine(line).compare(changes[line.key]));
    overview();
  }

  function choose({ title, mine, theirs, version, mineName, theirsName }) {
    draft.stop();
    draftHere.inert = true;
    const take = (wanted) => () => {
      draftHere.inert = false;
      notice.replaceChildren();
      rebuild(wanted);
      draft.resume(version);
      draft.save();
    };
    const told = (name, all) => [el('p', {}, el('strong', {}, name)), el('ul', {}, all.map((line) => el('li', {}, `${line.place}, paragraph ${line.paragraph}: ${line.text ?? ''}${line.wording ? ` – other words: ${line.wording}` : ''}`)))];
    present(notice, panel('warning', title, ...told(mineName, mine), ...told(theirsName, theirs), el('p', { class: 'st-buttons' },
      button(`Keep ${mineName.toLowerCase()}`, take(mine), 'st-button-primary'), button(`Take ${theirsName.toLowerCase()}`, take(theirs)))));
  }

  passages.forEach((passage) => {
    passage.say = el('button', { type: 'button', class: 'st-round-say', 'aria-label': `Comment on ${passage.called}`, onclick: () => add(passage) }, passage.paragraph ? 'Comment' : 'Comment on this as a whole');
    put(passage, passage.say);
  });
  rebuild(lines, round.draft.changes);
  addEventListener('pagehide', () => draft.leave());
  addEventListener('beforeunload', (event) => dirty && event.preventDefault());
  const left = draft.left();
  if (left && JSON.stringify(left.content.comments) !== JSON.stringify(round.draft.content.comments ?? [])) {
    draft.take(left);
    choose({
      title: `This browser kept comments from ${clock(left.at)} that may not have reached the server. Choose what holds.`,
      mine: left.content.comments ?? [], theirs: lines, version: draft.version, mineName: 'Those kept in this browser', theirsName: 'Those on the server',
    });
  } else if (left) {
    draft.drop(left);
  }
}

/** Words that this browser kept and the closed round does not have. */
function late({ round, list, kept }) {
  const [left] = kept.copies();
  const saved = round.draft.content.comments ?? [];
  const words = (left?.content?.comments ?? []).filter((line) => (line.text?.trim() || line.wording?.trim())
    && !saved.some((one) => one.key === line.key && one.text === line.text && one.wording === line.wording));
  if (words.length) {
    list.append(keptWords({
      title: 'Not in the round: your comments', at: left.at, forget: () => kept.drop(left),
      told: 'The round closed before these words reached the server. Send them to the secretariat if they still matter.',
      words: words.map((line) => [`${line.place}, paragraph ${line.paragraph}:`, line.text?.trim(), line.wording?.trim()].filter(Boolean).join('\n')).join('\n\n'),
    }));
  }
}

const short = (text) => (text.trim().length > 80 ? `${text.trim().slice(0, 80)} …` : text.trim());

show().catch((problem) => present(place, panel('error', 'The comments could not be shown', el('p', {}, problem.message))));
