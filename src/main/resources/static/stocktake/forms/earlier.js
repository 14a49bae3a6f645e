/** The last saves of a draft: what differed, and a way back to each of them. */
import { missing } from './apart.js';
import { get, post } from './api.js';
import { differences } from './comparing.js';
import { clock } from './dates.js';
import { button, el, heading, panel } from './dom.js';
import { valueOf } from './reading.js';

/** To be unfolded below the form; asks the server when somebody looks. */
export function earlierVersions({ text, host, sections, again }, address) {
  const place = el('div', {}, el('p', { role: 'status' }, 'Loading …'));
  const show = async () => {
    try {
      await text.save();
      const saves = await get(address);
      place.replaceChildren(saves.length ? el('ol', { class: 'st-plain' }, saves.map(entry))
        : el('p', { class: 'st-nothing' }, 'There is no earlier version yet.'));
    } catch (problem) {
      place.replaceChildren(missing('Earlier versions', problem, async () => {
        await show();
        return [];
      }));
    }
  };
  const entry = (save) => {
    const name = `${clock(save.savedAt)} by ${save.savedBy}`;
    const changes = differences(sections, save.content, text.form.read());
    const back = button('Take this version back', () => takeBack(save), 'st-button-light');
    back.setAttribute('aria-label', `Take back the version saved ${name}`);
    return el('li', { class: 'st-earlier' }, el('p', {}, el('strong', {}, `Saved ${name}`)),
      changes.length ? el('details', {}, el('summary', {}, `What it said where it differs (${changes.length === 1 ? 'one field' : `${changes.length} fields`})`),
        changes.map((spec) => el('div', {}, heading(host.level + 2, spec.label, { class: 'st-answer-name' }), ...valueOf(spec, save.content[spec.name]))))
        : el('p', { class: 'st-help' }, 'The same as now.'),
      changes.length > 0 && el('p', { class: 'st-buttons' }, back));
  };
  const takeBack = async (save) => {
    if (!(await text.save())) {
      place.prepend(panel('error', undefined, el('p', {}, 'Not taken back: what you typed could not be saved first.')));
      return;
    }
    try {
      await post(address, { version: text.draft.version, earlier: save.version });
    } catch (problem) {
      place.prepend(panel('error', undefined, el('p', {}, problem.message)));
      return;
    }
    text.done();
    try {
      await again();
      host.setStatus(`The version saved ${clock(save.savedAt)} is back; what stood here before is kept among the earlier versions.`, 'done');
    } catch (problem) {
      text.form.element.inert = true; // what it shows is not what the server has
      place.replaceChildren(panel('error', `The version saved ${clock(save.savedAt)} is back, but cannot be shown now`, el('p', {}, `${problem.message} Then load this page again.`)));
    }
  };
  return el('details', { class: 'st-plan', ontoggle: ({ target }) => target.open && show() }, el('summary', {}, 'Earlier versions'),
    el('p', { class: 'st-help' }, 'The last five are kept: when somebody else has written, when time has passed, and when what was written was taken away or written anew.'), place);
}
