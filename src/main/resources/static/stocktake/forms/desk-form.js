/** What the secretariat's forms have in common: an explanation, fields, one act. The task's name is their title. */
import { attempt } from './asking.js';
import { el } from './dom.js';
import { buildForm } from './form.js';
import { keptForm } from './kept-form.js';

/** What the link that led to an entry of "Start process" asks for. */
export const wished = (name) => new URLSearchParams(window.location.hash.split('?')[1]).get(name) ?? undefined;

/**
 * Shows the form. What is false in `intro` is left out. `act` is `{label, done, run(content)}`: what `run` returns is
 * awaited; false means that the person has changed their mind. `others` are offered beside it, in the same shape.
 * `changed` hears the content after each keystroke; `runAs(run)` in the answer does another act with what the form says, in the same way. What is typed is kept in this browser as `keptAs` until it is sent.
 */
export function deskForm(element, host, { intro = [], sections = [], content = {}, act, others = [], keptAs, changed = () => {} }) {
  const notice = el('div', { class: 'st-notice' });
  const behaviour = { level: host.level, changed: () => changed(form.read()) };
  const form = keptAs ? keptForm(keptAs, sections, content, behaviour) : buildForm(sections, content, behaviour);
  host.reset();
  element.replaceChildren(...intro.filter(Boolean), notice, form.element);
  const runAs = async (doing) => {
    let agreed = true;
    host.setStatus('');
    const done = await attempt({ form, notice, host }, async () => {
      agreed = (await doing(form.read())) !== false;
    });
    if (done && agreed) {
      form.forget?.();
    }
    return done && agreed;
  };
  const run = () => runAs(act.run);
  host.setActions([...(act ? [{ label: act.label, done: act.done, run }] : []), ...others]);
  return { form, notice, run, runAs };
}
