/** The coordinator's form for one initiative: write, saved as you go, submit; or read, where somebody else writes. */
import { get, path, post, whoAmI } from './api.js';
import { about, overdue, submitted } from './about.js';
import { answerInstead } from './answer-instead.js';
import { apart, attempted, missing } from './apart.js';
import { askSlot } from './ask-slot.js';
import { attempt } from './asking.js';
import { assignment } from './assignment.js';
import { paragraphsNamed, saidBefore } from './before.js';
import { countsFor } from './common.js';
import { consents } from './consent.js';
import { clock } from './dates.js';
import { button, el, panel } from './dom.js';
import { earlierVersions } from './earlier.js';
import { entered } from './entry.js';
import { fixList, opened } from './fix-list.js';
import { buildForm } from './form.js';
import { submitsIt } from './lead.js';
import { Manuscript, telling } from './manuscript.js';
import { moreTime } from './more-time.js';
import { readingOf } from './reading.js';
import { allRounds } from './rounds.js';
import { sectionsBar } from './sections.js';
import { notedSince, places } from './since-last.js';
import { somebodyElse } from './somebody-else.js';
import { submissions } from './submissions.js';
import { thread } from './thread.js';
import { carriedOver, sectionsFor, sectionsOf } from './update-fields.js';
import { wordings } from './wordings.js';

const SUBMITTED = 'The update is submitted. The Standing Working Group reviews it; you hear from us only if something is missing. Its receipt stands under “My submitted updates” on the start page, where you can take it back until a reviewer takes it up.';
const WORDS_SUBMITTED = 'Your words are submitted. The secretariat looks at them; you hear from us only if something is missing. Their receipt stands under “My submitted updates” on the start page.';
const ENTERED = 'The update is submitted for those who coordinate it. They are asked by mail whether it is theirs, and the Standing Working Group reviews it like any other.';
const BESIDE = 'What stands beside the fields (the last cycle’s answers, what the programme says once)';

/** Shows the update of `initiative` in `cycle` within `element`; `host` is Tasklist or our own page. */
export async function mount(element, { cycle, initiative, host }) {
  const place = path`/api/updates/${cycle}/${initiative}`;
  const [update, me, asked] = await Promise.all([get(place), whoAmI(), attempted(() => get(`${place}/fix-list`))]);
  const lies = update.may?.write || update.may?.looksOn ? await attempted(() => get(`${place}/desk`)) : { value: {} };
  const desk = lies.value ?? {};
  const fixes = asked.value ?? { remarks: [], open: update.state === 'returned' ? Object.keys(update.remarks) : undefined };
  const view = { update, me, host, element, desk, fixes, incomplete: lies.problem, sections: opened(sectionsOf(update, desk), update.may?.write && fixes.open), notice: el('div', { class: 'st-notice' }) };
  view.again = async () => {
    const part = document.activeElement?.closest('details')?.querySelector('summary').textContent;
    const back = await view.secure?.();
    try {
      await mount(element, { cycle, initiative, host });
      keepPlace(element, part);
    } catch (problem) {
      back?.();
      host.setStatus(problem.message, 'error');
      throw problem;
    }
  };
  const [acts, source, ...said] = await Promise.all([update.may?.write ? panels(view) : [], apart('What is entered for others', () => sourceOf(view)), apart('Questions and answers', () => thread(view)),
    apart('Time at a meeting', () => askSlot(view)), apart('Receipts', () => submissions(view)), apart('Proposed wordings', () => wordings(view)), apart('Who no longer agrees', () => consents(view))]);
  host.reset();
  element.replaceChildren(about(update, host.level), ...assignment(view), ...source, ...update.may?.write ? [overdue(update), ...acts].filter(Boolean) : [], ...said.flat(),
    ...asked.problem ? [anew(view, 'What the reviewers ask for', asked.problem, `${place}/fix-list`)] : [], ...lies.problem ? [anew(view, BESIDE, lies.problem, `${place}/desk`)] : [], view.notice);
  if (update.may?.write) {
    write(view);
  } else {
    await read(view);
  }
}

/** The keyboard stays in the part of the form that it was in, where there is such a part now. */
function keepPlace(element, part) {
  if (document.activeElement === document.body) {
    const now = [...element.querySelectorAll('summary')].find((one) => one.textContent === part) ?? element.querySelector('h1, h2, h3');
    now?.matches('summary') || now?.setAttribute('tabindex', '-1');
    now?.focus({ preventScroll: true });
  }
}

/** What the form is built with: once it can be had, the form is built anew. */
function anew(view, name, problem, address) {
  return missing(name, problem, async () => {
    await get(address);
    await view.again();
    return [];
  });
}

/** While it is not known where an update comes from that is entered for others, it is not submitted. */
async function sourceOf(view) {
  const unknown = () => {
    view.host.setStatus('Not submitted: where it comes from is not loaded. Try again above.', 'error');
    return false;
  };
  view.keepSource = view.update.may?.enters ? unknown : undefined;
  const shown = await entered(view);
  view.keepSource = view.keepSource === unknown ? undefined : view.keepSource;
  return shown;
}

/** What else may be done than writing. Who writes for others does none of what only these may say. */
async function panels(view) {
  const { update, fixes } = view;
  const parts = [...update.may.enters ? [] : [['Who submits', submitsIt], ['More time', moreTime]], ...fixes.open || update.placeholders?.length ? [] : [['Answers in place of an update', answerInstead]],
    ...update.may.enters ? [] : [['Who helps or takes over', somebodyElse]]];
  return (await Promise.all(parts.map(([name, part]) => apart(name, () => part(view))))).flat();
}

async function read({ update, me, fixes, desk, host, element }) {
  host.setActions([]);
  host.setStatus('');
  if (update.may?.looksOn) {
    const sections = opened(sectionsOf(update, desk), fixes.open);
    asTheySeeIt({ update, sections, host, element, desk, fixes }, update.revision ? await roundsApart({ update, sections, level: host.level + 1 }) : []);
    return;
  }
  const shown = update.draft && update.state !== 'in-review' ? update.draft : update.revision;
  if (!shown) {
    element.append(panel('note', 'Nothing has been written yet'));
    return;
  }
  const sections = sectionsFor(update, shown.content);
  const rounds = me.secretariat || me.reviewer ? await roundsApart({ update, sections, level: host.level + 1 }) : [];
  const said = shown === update.revision ? submitted(shown) : `Draft, saved ${clock(shown.savedAt)} by ${shown.savedBy}; not submitted yet`;
  element.append(el('p', { class: 'st-help' }, said), ...rounds, readingOf(sections, shown.content, { level: host.level + 1 }));
}

function roundsApart(view) {
  return apart('Earlier rounds', () => allRounds(view));
}

/** For the secretariat: the form as those see it who write it, with their text as it stands. */
function asTheySeeIt({ update, sections, host, element, desk, fixes }, rounds) {
  const form = buildForm(sections, startOf({ update, desk, fixes }), { level: host.level + 1, changed() {} });
  form.mark('remark', Object.entries(update.remarks).map(([field, message]) => ({ field, message })));
  const { draft, revision } = update;
  const stands = draft ? `Their text as it stands: saved ${clock(draft.savedAt)} by ${draft.savedBy}, not submitted. ` : revision ? 'What they submitted last; nothing has been changed since. ' : 'They have not written anything yet. ';
  element.append(panel('note', 'As its coordinators see it', el('p', {}, 'This is their form; you cannot change it. ', stands, 'Reviewers do not see it before it is submitted. ', el('a', { href: '/desk/contacts' }, 'Contacts'), ': invite somebody again.')), ...rounds,
    el('fieldset', { class: 'st-as-they-see-it', disabled: true, 'aria-label': 'The form, to look at' }, form.element));
}

function write(view) {
  const { update, me, host, element, desk, sections, notice } = view;
  const where = el('div', {});
  const source = path`/api/updates/${update.cycle}/${update.initiative}`;
  view.places = places();
  view.list = fixList(view, `${source}/fix-list`);
  view.text = new Manuscript({
    sections, notice, level: host.level + 1, saved: update.draft, start: startOf(view),
    store: { source, address: `${source}/draft`, key: `unsaved.${me.userId}.${update.cycle}.${update.initiative}` },
    tell: telling(host, ['choosing', 'conflict', 'refused', 'failed'])(),
    warn: (warnings) => warn(view, warnings),
    beside: (spec, put) => [spec.kind !== 'locked' && saidBefore(desk.before)(spec, put), paragraphsNamed(desk.paragraphs)(spec, put), view.places.beside(spec, put)].flat(),
    changed: () => lookSoon(view),
    rebuilt: (form) => {
      form.mark('remark', view.list?.messages ?? []);
      view.bar = sectionsBar(form);
      where.replaceChildren(view.bar.element);
    },
  });
  element.append(...[countsFor(desk, update.cycle), view.list?.element, !update.may.enters && !update.placeholders?.length && notedSince(view), where, view.text.element, !update.placeholders?.length && looks(view), earlierVersions(view, `${source}/draft/earlier`)].filter(Boolean));
  greet(view);
  view.text.offerRemainder();
  host.onSave(() => view.text.save());
  host.onLeave(() => view.text.leave());
  host.onAssigneeChange(view.again);
  view.secure = () => hold(view.text);
  view.offer = () => host.setActions(update.may.submit ? [{ label: 'Submit for review', done: update.may.enters ? ENTERED : update.placeholders?.length ? WORDS_SUBMITTED : SUBMITTED, run: () => submit(view) }] : []);
  view.offer();
}

/**
 * Nothing is typed while the form is built anew. What it answers undoes the hold where that fails: the form is as before,
 * and stays closed where it waits for a choice or its text was handed on.
 */
async function hold(text) {
  text.form.element.inert = true;
  await text.save();
  const { dirty, stopped, version } = text.draft;
  if (dirty) {
    text.draft.keepHere();
  }
  text.draft.stop();
  return () => {
    text.form.element.inert = stopped;
    if (!stopped) {
      text.draft.resume(version);
    }
  };
}

/** The sections are counted in the pauses. */
function lookSoon(view) {
  view.looking ??= setTimeout(() => {
    view.looking = undefined;
    view.bar.look();
  }, 300);
}

/** The text as the report will print it, and as a Word file; both from what is saved. */
function looks({ text, host, update }) {
  const place = path`/i/${update.cycle}/${update.initiative}`;
  const saved = async () => {
    const safe = await text.save();
    const there = safe && text.draft.version > 0;
    host.setStatus(...(there ? [] : [safe ? 'Nothing is written yet.' : 'Not shown: the text could not be saved.', 'error']));
    return there;
  };
  const preview = async () => {
    const page = window.open('', '_blank'); // before anything is waited for: a later one would be blocked
    if (await saved()) {
      page.location = `${place}/preview`;
    } else {
      page?.close();
    }
  };
  const word = async () => (await saved()) && el('a', { href: `${place}/draft.docx`, download: '' }).click();
  return el('p', { class: 'st-buttons' }, button('Preview as the report prints it', preview), button('Download as Word', word));
}

function greet({ update, host }) {
  host.setStatus(update.draft ? `Saved ${clock(update.draft.savedAt)} by ${update.draft.savedBy}` : 'Everything you type is saved as you go. The secretariat can read along, reviewers cannot.');
}

/** Where only some fields are open, the others stay to the letter. */
function startOf({ update, fixes, desk }) {
  const content = update.draft?.content ?? update.revision?.content ?? (desk.paragraphs && !desk.common ? { conclusions: desk.paragraphs } : {});
  return fixes.open ? content : carriedOver(update, content);
}

async function submit(view) {
  const { update, text, list, host, notice, keepSource, incomplete } = view;
  if (keepSource && !(await keepSource())) {
    host.setStatus('Not submitted: where it comes from could not be kept. See above.', 'error');
    return false;
  }
  if (incomplete && !(await completed(view))) {
    return false;
  }
  if (!(await text.save()) || (list && !(await list.save()))) {
    host.setStatus('Not submitted: the text could not be saved. Try again in a moment.', 'error');
    return false;
  }
  const address = path`/api/updates/${update.cycle}/${update.initiative}/submission`;
  const body = { version: text.draft.version, common: view.desk.common?.tag, content: text.form.read() };
  const done = await attempt({ form: text.form, notice, host }, () => post(address, body), (problem) => {
    text.draft.outdated(problem);
  });
  if (done) {
    text.done();
  }
  return done;
}

/** Without what lies beside the form nobody knows what the row has in common with another: what was written there would not count. */
async function completed(view) {
  const { update, host } = view;
  const { value, problem } = await attempted(() => get(path`/api/updates/${update.cycle}/${update.initiative}/desk`));
  if (problem) {
    host.setStatus(`Not submitted: ${BESIDE} could not be loaded. Try again in a moment.`, 'error');
    return false;
  }
  if (value.common) {
    await view.again();
    host.setStatus('Not submitted yet: what the programme says once is shown now. Look at it, then submit.', 'error');
    return false;
  }
  view.desk = value;
  return true;
}

/** Shown only when they change, so that nothing moves while somebody types. */
function warn(view, warnings) {
  const now = JSON.stringify(warnings);
  if (view.warnings !== now) {
    view.warnings = now;
    view.text.form.mark('warning', warnings);
  }
}
