/**
 * Connects one of our forms with Camunda Tasklist. Tasklist's Save asks the form to save, its Complete and Start do
 * what the form's first action does, and only when our endpoint has done it Tasklist hears that the task is over: then
 * it closes the task and reloads its list as after any other task. Nothing is ever sent as a process variable.
 */
import { get, path } from './api.js';
import { el } from './dom.js';
import { lookAround } from './keep.js';

/** Shows the form called `name` in the shell that Tasklist has loaded. */
export async function open(camForm, name) {
  const element = camForm.formElement[0].querySelector('.stocktake');
  const place = camForm.taskId ? taskPlace(camForm, element) : startPlace(camForm, element);
  const [form, subject] = await Promise.all([import(`./${name}.js`), subjectOf(camForm), lookAround()]);
  element.replaceChildren();
  await form.mount(element, { ...subject, host: hostOf(camForm, place) });
}

/** What a form may ask of the place it is shown in; page.js offers the same. */
function hostOf(camForm, place) {
  const scope = camForm.formElement.scope();
  const ngForm = scope[camForm.formElement.attr('name')];
  const apply = (change) => scope.$evalAsync(change);
  let handlers = {};
  let actions = [];
  let chosen;
  let byForm = false;
  let blocked = false;
  camForm.on('store', () => {
    camForm.storePrevented = true;
    handlers.save?.();
  });
  scope.$watch('options.disableForm', (now, before) => {
    if (now !== before && !byForm) {
      handlers.assigneeChange?.();
    }
    byForm = false;
  });
  scope.$on('$destroy', () => handlers.leave?.());
  camForm.submit = async (callback) => {
    const action = blocked ? undefined : chosen ?? actions[0];
    chosen = undefined;
    const over = await perform(action, place);
    if (over && action.done) {
      const notifications = camForm.formElement.injector().get('Notifications');
      place.afterwards(scope, () => notifications.addMessage({ status: action.done, duration: 10000, exclusive: true }));
    }
    // Tasklist shows nothing for this message: the form itself has said why the task stays.
    apply(() => (over ? callback(null, {}) : callback(new Error('camForm submission prevented'))));
  };
  return {
    level: 3, // headings of a form start below Tasklist's own
    /** Forgets what the form asked for before: it is shown anew. */
    reset() {
      handlers = {};
      blocked = false;
      place.showBlocked(false);
      place.showSave(false);
    },
    onSave(handler) {
      handlers.save = handler;
      place.showSave(true);
    },
    onAssigneeChange: (handler) => (handlers.assigneeChange = handler),
    onLeave: (handler) => (handlers.leave = handler),
    setDirty: (dirty) => apply(() => (dirty ? ngForm.$setDirty() : ngForm.$setPristine())),
    setActions(offered) {
      actions = offered;
      place.showActions(offered, (action) => {
        chosen = action;
        apply(() => scope.complete());
      });
    },
    /** Nothing can be handed in while a text is not saved. */
    setBlocked(now) {
      blocked = now;
      place.showBlocked(now);
    },
    setStatus: (text, tone) => place.showStatus(text, tone),
    /** Somebody took the task over or gave it back: Tasklist reads it again. */
    assigneeChanged: () => apply(() => {
      byForm = true;
      const data = inherited(scope, 'taskData');
      data?.changed('task');
      data?.changed('taskList');
    }),
  };
}

async function perform(action, place) {
  try {
    return action ? (await action.run()) === true : false;
  } catch (problem) {
    place.showStatus(problem.message, 'error');
    return false;
  }
}

/** A task: our buttons and the status stand in Tasklist's own row, beside Save. */
function taskPlace(camForm, element) {
  const row = element.closest('[cam-tasklist-form]').querySelector('.form-actions');
  const [saveButton, completeButton] = row.querySelectorAll('button');
  const status = el('p', { class: 'st-status', role: 'status' });
  const buttons = el('span', { class: 'st-actions' });
  row.classList.add('stocktake', 'st-bar');
  row.append(buttons, status);
  completeButton.classList.add('st-hidden');
  saveButton.classList.add('st-hidden');
  camForm.formElement.scope().$on('$destroy', () => [buttons, status].forEach((mine) => mine.remove()));
  let blocked = false;
  return {
    showSave: (shown) => saveButton.classList.toggle('st-hidden', !shown),
    showActions: (actions, choose) => buttons.replaceChildren(...actions.map((action, index) => el('button', {
      type: 'button', class: `btn ${index === 0 ? 'btn-primary' : 'btn-default'}`, disabled: blocked, onclick: () => choose(action),
    }, action.label))),
    showBlocked: (now) => {
      blocked = now;
      buttons.querySelectorAll('button').forEach((one) => (one.disabled = now));
    },
    showStatus: (text, tone) => say(status, text, tone),
    afterwards: (scope, tell) => scope.$evalAsync(tell),
  };
}

/** The dialog "Start process": its Start button bears the form's first action, other actions stand in the form. */
function startPlace(camForm, element) {
  const status = el('p', { class: 'st-status', role: 'status' });
  element.after(el('div', { class: 'stocktake' }, status));
  return {
    showSave() {},
    showBlocked() {},
    showActions([first]) {
      const start = element.closest('.modal-content')?.querySelector('.modal-footer .btn-primary');
      if (start && first) {
        start.textContent = first.label;
      }
    },
    showStatus: (text, tone) => say(status, text, tone),
    // Messages are shown where the dialog is as long as there is one.
    afterwards: (scope, tell) => scope.$on('$destroy', () => setTimeout(tell)),
  };
}

function say(status, text, tone = 'note') {
  status.textContent = text;
  status.dataset.tone = tone;
}

function inherited(scope, name) {
  for (let one = scope; one; one = one.$parent) {
    if (one[name]) {
      return one[name];
    }
  }
  return undefined;
}

/** What the task is about: its step in the model, its cycle, and the initiative, the meeting or the contact. */
async function subjectOf(camForm) {
  if (!camForm.taskId) {
    return {};
  }
  const { step, cycle, part } = await get(path`/api/tasks/${camForm.taskId}`);
  return { step, cycle, initiative: part, meeting: part, contact: part, party: part };
}
