/** How many wait, are late and are done at each step, on the diagram of a process. Looks again by itself. For the secretariat only. */
import { get, path, whoAmI } from '../forms/api.js';
import { el } from '../forms/dom.js';
import { Again } from './again.js';

const KIND = 'stocktake-step';

let again;

function say(number, word, kind) {
  return number > 0 && el('span', { class: `st-step st-step-${kind}` }, `${number.toLocaleString('en-GB')} ${word}`);
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
      html: el('div', { class: 'st-steps' }, say(step.late, 'late', 'late'), say(step.done, 'done', 'done')),
    });
  });
}

async function show(viewer, definition) {
  try {
    draw(viewer, await get(path`/api/cockpit/steps/${definition}`));
  } catch {
    // The diagram is useful without them, and they are looked for again.
  }
}

export default {
  id: 'stocktake-steps',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 0,
  properties: { label: 'Steps' },
  render(viewer, { processDefinitionId }) {
    whoAmI().then((me) => {
      if (me.secretariat) {
        again?.stop();
        again = new Again(() => show(viewer, processDefinitionId));
        again.start();
        show(viewer, processDefinitionId);
      }
    }, () => {});
  },
  unmount() {
    again?.stop();
    again = undefined;
  },
};
