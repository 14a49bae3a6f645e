/** The history of an initiative: a page of Cockpit, and a tab beside each process about one. For the secretariat only. */
import { get, path, whoAmI } from '../forms/api.js';
import { el } from '../forms/dom.js';
import { PATH, want, wanted } from './history-address.js';
import { History } from './history.js';

let page;
let tab;

/** Each choice shows the page anew; what stands on it stays until the new answer is there. */
function show(container, me) {
  if (!me.secretariat) {
    container.textContent = 'Only the secretariat sees the history of an initiative.';
    return;
  }
  if (!page) {
    page = new History(want);
    page.start();
  }
  const focused = page.element.contains(document.activeElement) && document.activeElement;
  container.append(page.element);
  container.closest('.ctn-main')?.classList.add('st-page');
  if (focused) {
    focused.focus({ preventScroll: true });
  }
  page.look(wanted());
}

/** Processes about an initiative are called 'ASEMME9/A01-I02'. */
async function showBeside(container, id) {
  const { businessKey } = await get(path`/camunda/api/engine/engine/default/process-instance/${id}`);
  const [cycle, initiative] = (businessKey ?? '').split('/');
  if (!(await isInitiative(initiative, cycle))) {
    container.append(el('p', { class: 'st-none' }, `This process is about ${cycle || 'no initiative'}, not about one initiative.`));
    return;
  }
  const choice = { id: initiative, cycle, kind: '' };
  tab = new History((changes) => tab.look(Object.assign(choice, changes)), 3);
  container.append(tab.element);
  tab.start();
  tab.look(choice);
}

/** Any letters, digits and hyphens may call one, and other things of a cycle have names too. */
async function isInitiative(id, cycle) {
  if (!/^[A-Za-z0-9-]{1,20}$/.test(id ?? '')) {
    return false;
  }
  try {
    await get(`${path`/api/cockpit/initiatives/${id}`}?${new URLSearchParams({ cycle, kind: 'request' })}`);
    return true;
  } catch (problem) {
    if (problem.status === 404) {
      return false;
    }
    throw problem;
  }
}

export default [
  {
    id: 'stocktake-initiative',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: { path: PATH, label: 'Initiative' },
    render(container) {
      whoAmI().then((me) => show(container, me), () => {});
    },
    unmount() {
      if (!location.hash.startsWith(`#${PATH}?`)) {
        page?.stop();
        page = undefined;
      }
    },
  },
  {
    id: 'stocktake-history',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 50,
    properties: { label: 'What happened' },
    render(container, { processInstanceId }) {
      whoAmI().then((me) => me.secretariat && showBeside(container, processInstanceId)).catch(() => {});
    },
    unmount() {
      tab?.stop();
      tab = undefined;
    },
  },
];
