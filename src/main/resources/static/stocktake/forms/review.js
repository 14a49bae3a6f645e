/** The reviewer's form: the update as submitted, a remark where one is needed, accept or return. */
import { apart, attempted, missing } from './apart.js';
import { about, submitted } from './about.js';
import { get, path, post, whoAmI } from './api.js';
import { attempt, confirm, refuse } from './asking.js';
import { readBefore } from './before.js';
import { el, list, panel } from './dom.js';
import { enteredFrom } from './entry.js';
import { notedOn } from './noted.js';
import { readingOf } from './reading.js';
import { roundsOf } from './rounds.js';
import { thread } from './thread.js';
import { fieldOf, sectionsFor } from './update-fields.js';

const READ_AND_REMARK = 'Read it; where something is missing or unclear, add a remark at that field.';
const NOTHING_RETURNS = 'The gathering has ended, so nothing is returned any more: accept the update as it was received.';
const OWN_PARTY = 'Your party has a part in this initiative, and nobody reviews an initiative of their own party: leave it to another member of the reviewing body.';

export async function mount(element, { cycle, initiative, host }) {
  const [update, me] = await Promise.all([get(path`/api/updates/${cycle}/${initiative}`), whoAmI()]);
  const { revision } = update;
  host.reset();
  element.replaceChildren(about(update, host.level));
  if (!revision || !update.may?.review) {
    element.append(panel('note', update.state === 'in-review' ? OWN_PARTY : 'There is nothing to review at the moment.'));
    host.setActions([]);
    return;
  }
  await post(path`/api/reviews/${cycle}/${initiative}/begun`, { revision: revision.number });
  const remarks = await notedOn({ place: path`/api/reviews/${cycle}/${initiative}`, revision: revision.number, me, host });
  const notice = el('div', { class: 'st-notice' });
  const sections = sectionsFor(update, revision.content);
  const before = await attempted(() => get(path`/api/updates/${cycle}/${initiative}/before`));
  const earlier = readBefore(before.value?.answers);
  const send = async (accepted, opensAll = false) => {
    await remarks.save();
    const body = { revision: revision.number, accepted, remarks: accepted ? {} : remarks.read(), opensAll, seen: remarks.others.length };
    host.setStatus('');
    const done = await attempt({ notice, host }, () => post(path`/api/reviews/${cycle}/${initiative}`, body));
    if (done) {
      remarks.forget();
    }
    return done;
  };
  element.append(...[el('p', { class: 'st-help' }, `${submitted(revision)}. ${update.may.sendBack ? READ_AND_REMARK : NOTHING_RETURNS} `, !update.placeholders?.length && el('a', { href: path`/i/${cycle}/${initiative}/preview`, target: '_blank' }, 'See it as the report prints it')), notice, ...await apart('What it was entered from', () => enteredFrom({ cycle, initiative })), ...await apart('Questions and answers', () => thread({ update, host })), leftOver(remarks.left, sections),
    ...await apart('Earlier rounds', () => roundsOf({ update, sections, level: host.level + 1 })),
    before.problem && missing('The last cycle’s answers', before.problem, async () => {
      await mount(element, { cycle, initiative, host });
      return [];
    }),
    readingOf(sections, revision.content, { level: host.level + 1, aside: (spec) => [earlier(spec), update.may.sendBack && remarks.at(spec)].flat().filter(Boolean) })].filter(Boolean));
  host.setStatus('');
  host.setActions([
    { label: 'Accept', done: update.placeholders?.length ? 'The words are accepted and go into the new version of the plan.' : 'The update is accepted and goes into the report.', run: async () => (await sure(notice, remarks, update)) && send(true) },
    update.may.sendBack && { label: 'Return with remarks', done: 'The update is returned; its coordinators are written to at once.', run: () => giveBack({ notice, remarks, sections, host, send }) },
  ].filter(Boolean));
}

function sure(notice, remarks, { title, revision, placeholders }) {
  const written = Object.keys(remarks.read()).length;
  return confirm(notice, `Accept version ${revision.number} of “${title}”?`, 'Yes, accept it',
    el('p', {}, placeholders?.length ? 'Its words go into the new version of the plan as they stand.' : 'It goes into the Stocktaking Report as it stands.'),
    written > 0 && el('p', {}, `Remarks are only sent when an update is returned: what you wrote at ${fields(written)} stays with this version, unsent.`),
    remarks.others.length > 0 && el('p', {}, `So does what others have noted: ${remarks.others.map(({ by, text }) => `${by}: “${text}”`).join('; ')}`));
}

async function giveBack({ notice, remarks, sections, host, send }) {
  const written = remarks.read();
  const listed = sections.flatMap((section) => section.fields).flatMap((spec) => [
    ...remarks.others.filter((one) => one.field === spec.name).map(({ text, by }) => ({ spec, text, by })),
    ...written[spec.name] ? [{ spec, text: written[spec.name] }] : [],
  ]);
  if (!listed.length) {
    return refuse({ notice, host }, 'Write at least one remark before you return the update, so that its coordinators know what to do. “Add a remark” stands below each field.');
  }
  host.setStatus('');
  const all = el('input', { type: 'checkbox', id: 'st-opens-all' });
  const agreed = await confirm(notice, 'Return this update to its coordinators?', 'Yes, return it',
    el('p', {}, `They are written to at once, in one mail, and see ${listed.length === 1 ? 'this remark' : `these ${listed.length} remarks`} at ${fields(new Set(listed.map(({ spec }) => spec.name)).size)}. They can change what the remarks are on, and nothing else.`),
    el('ol', {}, listed.map(({ spec, text, by }) => el('li', {}, el('strong', {}, `${spec.label}: `), text, by && ` (${by})`))),
    el('div', { class: 'st-check' }, all, el('label', { for: all.id }, 'Let them change all other fields too')));
  return agreed && send(false, all.checked);
}

/** What was noted on an earlier version while somebody else answered it. */
function leftOver(left, sections) {
  return left.length > 0 && panel('note', 'Noted on an earlier version, and never sent', list(left.map(({ revision, field, text, by }) => el('span', {},
    el('strong', {}, `${fieldOf(sections, field)?.label ?? field}: `), `${text} (${by}, on version ${revision})`))));
}

function fields(count) {
  return count === 1 ? 'one field' : `${count} fields`;
}
