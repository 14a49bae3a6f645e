/** "Mail plan", a page of Cockpit: every mail to come, and what may be done about it. For the secretariat only. */
import { whoAmI } from '../forms/api.js';
import { MailPlan } from './plan-page.js';

const PATH = '/mail-plan';

let plan;

/** Each choice shows the page anew; what stands on it stays until the new answer is there. */
function show(container, me) {
  if (!me.secretariat) {
    container.textContent = 'Only the secretariat sees the mails to come.';
    return;
  }
  if (!plan) {
    plan = new MailPlan();
    plan.start();
  }
  const focused = plan.element.contains(document.activeElement) && document.activeElement;
  container.append(plan.element);
  container.closest('.ctn-main')?.classList.add('st-page');
  if (focused) {
    focused.focus({ preventScroll: true });
  }
  plan.look();
}

export default [
  {
    id: 'stocktake-mail-plan',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: { path: PATH, label: 'Mail plan' },
    render(container) {
      whoAmI().then((me) => show(container, me), () => {});
    },
    unmount() {
      if (!location.hash.startsWith(`#${PATH}`)) {
        plan?.stop();
        plan = undefined;
      }
    },
  },
  {
    id: 'stocktake-mail-plan-entry',
    pluginPoint: 'cockpit.navigation',
    priority: 0,
    properties: { pagePath: `#${PATH}`, label: 'Mail plan', checkActive: (path) => path.includes(`#${PATH}`) },
    render() {},
  },
];
