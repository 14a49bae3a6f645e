/** A form that has no draft on the server: what is typed is kept in this browser until it is sent, and where it is not, that is said. */
import { confirm } from './asking.js';
import { clock } from './dates.js';
import { button, el, panel } from './dom.js';
import { buildForm } from './form.js';
import { keep } from './keep.js';
import { valueOf } from './reading.js';

/**
 * Builds the form with what this browser kept of it, else with `start`; a field that was emptied stays empty. It is used as one of
 * {@link buildForm}, and besides: `begun` tells whether something was kept, `forget` that it is sent, `restart(content)` begins anew.
 */
export function keptForm(name, sections, start, { level, changed = () => {} }) {
  const kept = keep(name);
  const where = el('div', { role: 'status' });
  const left = el('div', {});
  const place = el('div', {});
  const emptied = Object.fromEntries(sections.flatMap((section) => section.fields).map((spec) => [spec.name, undefined]));
  const begun = kept.read();
  let form;
  let keeps = true;

  function build(content) {
    form = buildForm(sections, content, { level, changed: () => {
      tell(kept.write(form.read()));
      changed();
    } });
    place.replaceChildren(form.element);
  }

  function tell(now) {
    if (now !== keeps) {
      keeps = now;
      where.replaceChildren(...(keeps ? [] : [panel('warning', 'This browser keeps no copy of what you type', el('p', {}, 'Its storage is full or switched off. What you type here stands in this window alone until you send it: leave it open until then.'))]));
    }
  }

  function restart(content) {
    kept.forget();
    build(content);
  }

  /** What other windows left behind is shown, and goes only when its writer says so. */
  function offer() {
    left.replaceChildren(...(kept.isElsewhere() ? [el('p', { class: 'st-help' }, 'Another open window of yours has begun this too: what stands there is not touched.')] : []),
      ...kept.others().map(other));
  }

  function other(copy) {
    const asking = el('div', {});
    const title = `This browser kept other words${copy.at && ` from ${clock(copy.at)}`}, typed in another window`;
    const answered = sections.flatMap((section) => section.fields).filter((spec) => ![undefined, ''].includes(copy.content[spec.name]));
    const shown = panel('note', title, el('dl', {}, answered.map((spec) => el('div', {}, el('dt', {}, spec.label), el('dd', {}, ...valueOf(spec, copy.content[spec.name]))))),
      el('p', { class: 'st-buttons' },
        button('Put them in the form instead', () => {
          tell(kept.exchange(copy));
          build(copy.content);
          offer();
          changed();
          form.element.querySelector('input, textarea, select')?.focus();
        }, 'st-button-light'),
        button('Remove them', async () => {
          if (await confirm(asking, 'Remove these words? They stand nowhere else.', 'Yes, remove them')) {
            kept.drop(copy);
            offer();
            form.element.querySelector('input, textarea, select')?.focus();
          }
        }, 'st-button-quiet')), asking);
    shown.setAttribute('role', 'group');
    shown.setAttribute('aria-label', title);
    return shown;
  }

  build(begun === undefined ? start : { ...start, ...emptied, ...begun });
  offer();
  return {
    element: el('div', {}, where, left, place), begun: begun !== undefined, restart, forget: kept.forget,
    get parts() {
      return form.parts;
    },
    read: () => form.read(),
    set: (...those) => form.set(...those),
    mark: (...those) => form.mark(...those),
    fieldOf: (field) => form.fieldOf(field),
    goTo: (field) => form.goTo(field),
    labelOf: (field) => form.labelOf(field),
  };
}
