/**
 * Names in place of the engine's ids on Cockpit's own pages. Camunda has no plugin point for a cell of its tables nor for
 * its breadcrumbs, so this looks at what it draws: where a text is nothing but an id that stands for something of ours,
 * the name takes its place and the id goes into the tooltip. The id of an instance stays where Cockpit lists its facts.
 */
import { get, whoAmI } from '../forms/api.js';

const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|u[0-9a-z]{8,13}|party[0-9]{1,12})$/;
const PERSON = /^[0-9A-Za-z_.-]{2,64}$/;
const PEOPLE = 'td.assignee, td.owner';
const NOT_HERE = '.st-cockpit, .process-information, script, style, textarea, [contenteditable], .djs-container, .CodeMirror';
const MOST = 100;
const SOON = 60;

const known = new Map();
const waiting = new Set();
const named = new WeakMap();
let timer;

function look(root) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = root.nodeType === Node.TEXT_NODE ? root : texts.nextNode(); text; text = texts.nextNode()) {
    const id = text.data.trim();
    const place = text.parentElement;
    if (!place || place.closest(NOT_HERE) || named.get(place)?.name === id) {
      continue;
    }
    unname(place, text);
    if (ID.test(id) || (PERSON.test(id) && place.closest(PEOPLE))) {
      known.has(id) ? name(text, id) : ask(id);
    }
  }
}

function name(text, id) {
  const place = text.parentElement;
  if (known.get(id)) {
    named.set(place, { text, name: known.get(id) });
    place.title = id;
    place.classList.add('st-named');
    text.data = known.get(id);
  }
}

/** Cockpit uses its cells again: what was said of an id goes with it. Another text beside a name changes nothing. */
function unname(place, text) {
  const was = named.get(place);
  if (was && (was.text === text || was.text.parentElement !== place)) {
    named.delete(place);
    place.removeAttribute('title');
    place.classList.remove('st-named');
  }
}

/** Ids that are drawn together are asked for together. */
function ask(id) {
  waiting.add(id);
  timer ??= setTimeout(answer, SOON);
}

async function answer() {
  timer = undefined;
  const ids = [...waiting].slice(0, MOST);
  ids.forEach((id) => waiting.delete(id));
  if (waiting.size) {
    timer = setTimeout(answer, SOON);
  }
  try {
    const names = await get(`/api/cockpit/names?${new URLSearchParams(ids.map((id) => ['id', id]))}`);
    ids.forEach((id) => known.set(id, names[id] ?? ''));
    look(document.body);
  } catch {
    // The ids stay; whatever is drawn next asks again.
  }
}

function watch(me) {
  if (!me.secretariat) {
    return;
  }
  look(document.body);
  new MutationObserver((changes) => changes.forEach((change) => (change.type === 'characterData' ? [change.target] : change.addedNodes)
    .forEach(look))).observe(document.body, { childList: true, subtree: true, characterData: true });
}

let begun;

/** Whoever is signed in is known once Cockpit draws anything: the first page begins it. */
function begin() {
  begun ??= whoAmI().then(watch, () => { begun = undefined; });
}

export default [
  'cockpit.dashboard', 'cockpit.processDefinition.diagram.plugin', 'cockpit.processInstance.diagram.plugin', 'cockpit.processes.dashboard', 'cockpit.tasks.dashboard',
].map((pluginPoint) => ({ id: `stocktake-names-${pluginPoint.split('.').slice(1).join('-')}`, pluginPoint, priority: 0, properties: { label: '' }, render: begin, unmount() {} }));
