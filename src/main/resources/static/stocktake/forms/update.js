/** The coordinator's form for one initiative: write, saved as you go, submit; or read, where somebody else writes. */
import { get, path, post, whoAmI } from './api.js';
import { about, submitted } from './about.js';
import { attempt } from './asking.js';
import { assignment } from './assignment.js';
import { comparison, differences } from './comparing.js';
import { clock } from './dates.js';
import { el, panel, present } from './dom.js';
import { Draft } from './draft.js';
import { buildForm, summary } from './form.js';
import { readingOf } from './reading.js';
import { fieldOf, sectionsOf } from './update-fields.js';

/** Shows the update of `initiative` in `cycle` within `element`; `host` is Tasklist or our own page. */
export async function mount(element, { cycle, initiative, host }) {
  const [update, me] = await Promise.all([get(path`/api/updates/${cycle}/${initiative}`), whoAmI()]);
  const view = { update, me, host, element, sections: sectionsOf(update), notice: el('div', { class: 'st-notice' }) };
  host.reset();
  view.again = async () => {
    await view.secure?.();
    return mount(element, { cycle, initiative, host });
  };
  element.replaceChildren(about(update, host.level), ...assignment(view), view.notice);
  if (update.may?.write) {
    write(view);
  } else {
    read(view);
  }
}

function read({ update, host, element, sections }) {
  host.setActions([]);
  host.setStatus('');
  const shown = update.draft && update.state !== 'in-review' ? update.draft : update.revision;
  if (!shown) {
    element.append(panel('note', 'Nothing has been written yet'));
    return;
  }
  const said = shown === update.revision ? submitted(shown) : `Draft, saved ${clock(shown.savedAt)} by ${shown.savedBy}; not submitted yet`;
  element.append(el('p', { class: 'st-help' }, said), readingOf(sections, shown.content, { level: host.level + 1 }));
}

function write(view) {
  const { update, me, host, element, sections, notice } = view;
  const place = el('div', {});
  element.append(place);
  let draft;
  const rebuild = (content) => {
    view.form = buildForm(sections, content, { level: host.level + 1, changed: () => draft.touch() });
    place.replaceChildren(view.form.element);
    view.form.mark('remark', remarksOf(update));
  };
  draft = new Draft({
    cycle: update.cycle, initiative: update.initiative, user: me.userId, version: update.draft?.version ?? 0,
    read: () => view.form.read(),
    tell: (news) => tell(host, news),
    warn: (warnings) => warn(view, warnings),
    conflict: (newer) => settle(view, draft, rebuild, {
      title: `${newer.savedBy ?? 'Somebody else'} saved another text ${newer.savedAt ? clock(newer.savedAt) : 'meanwhile'}. Nothing was overwritten: choose what holds.`,
      mine: view.form.read(), theirs: newer.content, version: newer.version, theirsName: `Saved by ${newer.savedBy ?? 'somebody else'}`,
    }),
  });
  rebuild(update.draft?.content ?? update.revision?.content ?? {});
  greet(view);
  offerRemainder(view, draft, rebuild);
  host.onSave(() => draft.save());
  host.onLeave(() => draft.leave());
  host.onAssigneeChange(view.again);
  view.secure = () => draft.save().then(() => draft.stop());
  host.setActions(update.may.submit ? [{ label: 'Submit for review', done: 'The update is submitted. The Standing Working Group reviews it; you hear from us only if something is missing.', run: () => submit(view, draft) }] : []);
}

/** Returned: what the reviewers said stands at the fields and, all of it, on top. */
function greet({ update, host, form, notice }) {
  const remarks = remarksOf(update);
  if (remarks.length) {
    notice.append(summary(form, { tone: 'warning', title: 'The reviewers returned this update. They ask for:', messages: remarks }));
  }
  host.setStatus(update.draft ? `Saved ${clock(update.draft.savedAt)} by ${update.draft.savedBy}` : 'Everything you type is saved as you go.');
}

function offerRemainder(view, draft, rebuild) {
  const left = draft.left();
  const now = view.form.read();
  if (!left || !differences(view.sections, left.content, now).length) {
    draft.forgetHere();
    return;
  }
  settle(view, draft, rebuild, {
    title: `This browser kept text from ${clock(left.at)} that may not have reached the server. Choose what holds.`,
    mine: left.content, theirs: now, version: draft.version, theirsName: 'As saved on the server', mineName: 'Kept in this browser',
  });
}

function settle(view, draft, rebuild, { title, mine, theirs, version, theirsName, mineName = 'What you typed' }) {
  present(view.notice, comparison({
    title, mine, theirs, mineName, theirsName, sections: view.sections,
    chosen: (content) => {
      view.notice.replaceChildren();
      rebuild(content);
      draft.resume(version);
      draft.save();
      view.form.element.scrollIntoView({ block: 'start' });
    },
  }));
}

async function submit(view, draft) {
  const { update, form, host, notice } = view;
  if (!(await draft.save())) {
    host.setStatus('Not submitted: the text could not be saved. Try again in a moment.', 'error');
    return false;
  }
  const address = path`/api/updates/${update.cycle}/${update.initiative}/submission`;
  const done = await attempt({ form, notice, host }, () => post(address, { version: draft.version, content: form.read() }), (problem) => {
    if (problem.status === 409) {
      draft.failed(problem);
    }
  });
  if (done) {
    draft.stop();
    draft.forgetHere();
  }
  return done;
}

function tell(host, { state, savedAt, problem }) {
  const texts = {
    unsaved: () => ['Not saved yet …'],
    saving: () => ['Saving …'],
    saved: () => [`Saved ${clock(savedAt)}`, 'done'],
    failed: () => [`Not saved: ${problem.message} This is tried again by itself.`, 'error'],
    refused: () => [`Not saved: ${problem.message}`, 'error'],
    conflict: () => ['Not saved: somebody else saved another text. Choose above what holds.', 'error'],
  };
  host.setDirty(state !== 'saved');
  host.setStatus(...texts[state]());
}

/** Shown only when they change, so that nothing moves while somebody types. */
function warn(view, warnings) {
  const now = JSON.stringify(warnings);
  if (view.warnings !== now) {
    view.warnings = now;
    view.form.mark('warning', warnings);
  }
}

function remarksOf({ remarks = {}, ...update }) {
  const sections = sectionsOf(update);
  return Object.entries(remarks).map(([field, message]) => ({ field: fieldOf(sections, field) ? field : 'other', message }));
}
