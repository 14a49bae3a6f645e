/** "Cycle", a page of Cockpit: how a cycle goes. For the secretariat only. */
import { whoAmI } from '../forms/api.js';
import { PATH } from './cycle-address.js';
import { Outlook } from './outlook.js';

let outlook;

function show(container, me) {
  if (!me.secretariat) {
    container.textContent = 'Only the secretariat sees how a cycle goes.';
    return;
  }
  if (!outlook) {
    outlook = new Outlook();
    outlook.start();
  }
  const focused = outlook.element.contains(document.activeElement) && document.activeElement;
  container.append(outlook.element);
  container.closest('.ctn-main')?.classList.add('st-page');
  if (focused) {
    focused.focus({ preventScroll: true });
  }
  outlook.look();
}

export default [
  {
    id: 'stocktake-outlook',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: { path: PATH, label: 'Cycle' },
    render(container) {
      whoAmI().then((me) => show(container, me), () => {});
    },
    unmount() {
      if (!location.hash.startsWith(`#${PATH}`)) {
        outlook?.stop();
        outlook = undefined;
      }
    },
  },
  {
    id: 'stocktake-outlook-entry',
    pluginPoint: 'cockpit.navigation',
    priority: 1,
    properties: { pagePath: `#${PATH}`, label: 'Cycle', checkActive: (path) => path.includes(`#${PATH}`) },
    render() {},
  },
];
