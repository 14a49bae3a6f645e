/**
 * Our part of Cockpit's dashboard: a cycle at a glance, for the secretariat only. Cockpit shows what plugins add below
 * its own sections; this is what the secretariat comes for, so it moves to the top.
 */
import { whoAmI } from '../forms/api.js';
import { Board } from './board.js';

let board;

function show(container, me) {
  const dashboard = container.closest('.dashboard');
  if (me.secretariat && dashboard) {
    board = new Board();
    dashboard.prepend(board.element);
    board.start();
  }
}

export default {
  id: 'stocktake-cycle',
  pluginPoint: 'cockpit.dashboard',
  priority: 0,
  properties: { label: 'Reporting cycle' },
  render(container) {
    whoAmI().then((me) => show(container, me), () => {});
  },
  unmount() {
    board?.stop();
    board = undefined;
  },
};
