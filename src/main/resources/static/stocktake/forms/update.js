/** The coordinator's form for one initiative: write, saved as you go, submit; or read, where somebody else writes. */
import { get, path, post, whoAmI } from './api.js';
import { about, overdue, submitted } from './about.js';
import { answerInstead } from './answer-instead.js';
import { attempt } from './asking.js';
import { assignment } from './assignment.js';
import { clock } from './dates.js';
import { el, panel, present } from './dom.js';
import { summary } from './form.js';
import { submitsIt } from './lead.js';
import { Manuscript, telling } from './manuscript.js';
import { moreTime } from './more-time.js';
import { readingOf } from './reading.js';
import { fieldOf, sectionsFor, sectionsOf } from './update-fields.js';

/** Shows the update of `initiative` in `cycle` within `element`; `host` is Tasklist or our own page. */
export async function mount(element, { cycle, initiative, host }) {
  const [update, me] = await Promise.all([get(path`/api/updates/${cycle}/${initiative}`), whoAmI()]);
  const view = { update, me, host, element, sections: sectionsOf(update), notice: el('div', { class: 'st-notice' }) };
  host.reset();
  view.again = async () => {
    await view.secure?.();
    return mount(element, { cycle, initiative, host });
  };
  const time = update.may?.write ? [overdue(update), ...await submitsIt(view), ...await moreTime(view), ...await answerInstead(view)].filter(Boolean) : [];
  element.replaceChildren(about(update, host.level), ...assignment(view), ...time, view.notice);
  if (update.may?.write) {
    write(view);
  } else {
    read(view);
  }
}

function read({ update, host, element }) {
  host.setActions([]);
  host.setStatus('');
  const shown = update.draft && update.state !== 'in-review' ? update.draft : update.revision;
  if (!shown) {
    element.append(panel('note', 'Nothing has been written yet'));
    return;
  }
  const said = shown === update.revision ? submitted(shown) : `Draft, saved ${clock(shown.savedAt)} by ${shown.savedBy}; not submitted yet`;
  element.append(el('p', { class: 'st-help' }, said), readingOf(sectionsFor(update, shown.content), shown.content, { level: host.level + 1 }));
}

function write(view) {
  const { update, me, host, element, sections, notice } = view;
  const source = path`/api/updates/${update.cycle}/${update.initiative}`;
  view.text = new Manuscript({
    sections, notice, level: host.level + 1, saved: update.draft, start: update.draft?.content ?? update.revision?.content ?? {},
    store: { source, address: `${source}/draft`, key: `stocktake.unsaved.${me.userId}.${update.cycle}.${update.initiative}` },
    tell: telling(host)(),
    warn: (warnings) => warn(view, warnings),
    rebuilt: (form) => form.mark('remark', remarksOf(update)),
  });
  element.append(view.text.element);
  greet(view);
  view.text.offerRemainder();
  host.onSave(() => view.text.save());
  host.onLeave(() => view.text.leave());
  host.onAssigneeChange(view.again);
  view.secure = () => view.text.save().then(() => view.text.draft.stop());
  view.offer = () => host.setActions(update.may.submit ? [{ label: 'Submit for review', done: 'The update is submitted. The Standing Working Group reviews it; you hear from us only if something is missing.', run: () => submit(view) }] : []);
  view.offer();
}

/** Returned: what the reviewers said stands at the fields and, all of it, on top. */
function greet({ update, host, text, notice }) {
  const remarks = remarksOf(update);
  if (remarks.length) {
    notice.append(summary(text.form, { tone: 'warning', title: 'The reviewers returned this update. They ask for:', messages: remarks }));
  }
  host.setStatus(update.draft ? `Saved ${clock(update.draft.savedAt)} by ${update.draft.savedBy}` : 'Everything you type is saved as you go.');
}

async function submit({ update, text, host, notice }) {
  if (!(await text.save())) {
    host.setStatus('Not submitted: the text could not be saved. Try again in a moment.', 'error');
    return false;
  }
  const address = path`/api/updates/${update.cycle}/${update.initiative}/submission`;
  const body = { version: text.draft.version, content: text.form.read() };
  const done = await attempt({ form: text.form, notice, host }, () => post(address, body), (problem) => {
    if (problem.status === 409) {
      text.draft.failed(problem);
    }
  });
  if (done) {
    text.done();
  }
  return done;
}

/** Shown only when they change, so that nothing moves while somebody types. */
function warn(view, warnings) {
  const now = JSON.stringify(warnings);
  if (view.warnings !== now) {
    view.warnings = now;
    view.text.form.mark('warning', warnings);
  }
}

function remarksOf({ remarks = {}, ...update }) {
  const sections = sectionsOf(update);
  return Object.entries(remarks).map(([field, message]) => ({ field: fieldOf(sections, field) ? field : 'other', message }));
}
