/** How many are late and done at each step, on the diagrams of an update and its review. Looks again by itself. For the secretariat only. */
import { get, path, whoAmI } from '../forms/api.js';
import { el } from '../forms/dom.js';
import { Again } from './again.js';

const KIND = 'stocktake-step';

const COUNTED = /^(?:update|review):/;
const LATE = 'Tasks that are open now and whose day is past, in all versions of this model';

/** What is counted, in all cycles. */
const DONE = {
  userTask_provideUpdate: 'First versions that were submitted, in all cycles. What was taken in late is not among them',
  userTask_reviseUpdate: 'Later versions that were submitted, in all cycles. What was taken in late or reworded is not among them',
  userTask_reviewUpdate: 'Versions that were accepted or returned, in all cycles. What was taken in late or reworded is not among them',
  serviceTask_settleUpdate: 'Updates that were accepted, in all cycles. What was taken in late is not among them',
  serviceTask_settleWithoutUpdate: 'Requests that were closed without an update, in all cycles, even if one was taken in late',
};

let again;
let shown;

function say(number, word, over) {
  return number > 0 && el('span', { class: `st-step st-step-${word}`, title: over }, `${number.toLocaleString('en-GB')} ${word}`);
}

/** What Camunda counts itself, those that are there now, stays on the left of a step. */
function draw(viewer, steps) {
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  overlays.remove({ type: KIND });
  steps.filter(({ step }) => elements.get(step)?.type.endsWith('Task')).forEach((step) => {
    overlays.add(step.step, KIND, {
      position: { top: -14, left: 4 },
      show: { minZoom: -Infinity, maxZoom: Infinity },
      html: el('div', { class: 'st-steps' }, say(step.late, 'late', LATE), say(step.done, 'done', DONE[step.step])),
    });
  });
}

/** Of a diagram that was left meanwhile nothing is drawn any more. */
async function show(viewer, definition, mine) {
  try {
    const steps = await get(path`/api/cockpit/steps/${definition}`);
    if (shown === mine) {
      draw(viewer, steps);
    }
  } catch {
    // The diagram is useful without them, and they are looked for again.
  }
}

function leave() {
  again?.stop();
  again = undefined;
  shown = undefined;
}

export default {
  id: 'stocktake-steps',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 0,
  properties: { label: 'Steps' },
  render(viewer, { processDefinitionId }) {
    leave();
    if (!COUNTED.test(processDefinitionId)) {
      return;
    }
    const mine = shown = {};
    whoAmI().then((me) => {
      if (me.secretariat && shown === mine) {
        const look = () => show(viewer, processDefinitionId, mine);
        again = new Again(look);
        again.start();
        look();
      }
    }, () => {});
  },
  unmount: leave,
};
