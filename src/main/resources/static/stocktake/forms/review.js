/** The reviewer's form: the update as submitted, a remark where one is needed, accept or return. */
import { about, submitted } from './about.js';
import { get, path, post, whoAmI } from './api.js';
import { attempt, confirm, refuse } from './asking.js';
import { readBefore } from './before.js';
import { enteredFrom } from './entry.js';
import { button, el, panel, uniqueId } from './dom.js';
import { keep } from './keep.js';
import { readingOf } from './reading.js';
import { roundsOf } from './rounds.js';
import { thread } from './thread.js';
import { sectionsFor } from './update-fields.js';

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
  const kept = keep(`review.${me.userId}.${cycle}.${initiative}.${revision.number}`);
  const remarks = remarkBox(kept.read() ?? {}, (now) => kept.write(now));
  const notice = el('div', { class: 'st-notice' });
  const sections = sectionsFor(update, revision.content);
  const earlier = readBefore((await get(path`/api/updates/${cycle}/${initiative}/before`)).answers);
  const send = async (accepted) => {
    const body = { revision: revision.number, accepted, remarks: accepted ? {} : remarks.read() };
    host.setStatus('');
    const done = await attempt({ notice, host }, () => post(path`/api/reviews/${cycle}/${initiative}`, body));
    if (done) {
      kept.forget();
    }
    return done;
  };
  element.append(el('p', { class: 'st-help' }, `${submitted(revision)}. ${update.may.sendBack ? READ_AND_REMARK : NOTHING_RETURNS} `, el('a', { href: path`/i/${cycle}/${initiative}/preview`, target: '_blank' }, 'See it as the report prints it')), notice, ...await enteredFrom({ cycle, initiative }), ...await thread({ update, host }),
    ...await roundsOf({ update, sections, level: host.level + 1 }),
    readingOf(sections, revision.content, { level: host.level + 1, aside: (spec) => [earlier(spec), update.may.sendBack && remarks.at(spec)].flat().filter(Boolean) }));
  host.setStatus('');
  host.setActions([
    { label: 'Accept', done: 'The update is accepted and goes into the report.', run: async () => (await sure(notice, remarks, update)) && send(true) },
    update.may.sendBack && { label: 'Return with remarks', done: 'The update is returned; its coordinators are written to at once.', run: () => giveBack({ notice, remarks, sections, host, send }) },
  ].filter(Boolean));
}

function sure(notice, remarks, { title, revision }) {
  const written = Object.keys(remarks.read()).length;
  return confirm(notice, `Accept version ${revision.number} of “${title}”?`, 'Yes, accept it',
    el('p', {}, 'It goes into the Stocktaking Report as it stands.'),
    written > 0 && el('p', {}, `Remarks are only sent when an update is returned: what you wrote at ${fields(written)} is dropped.`));
}

async function giveBack({ notice, remarks, sections, host, send }) {
  const written = remarks.read();
  const names = sections.flatMap((section) => section.fields).filter((spec) => written[spec.name]);
  if (!names.length) {
    return refuse({ notice, host }, 'Write at least one remark before you return the update, so that its coordinators know what to do. “Add a remark” stands below each field.');
  }
  host.setStatus('');
  const agreed = await confirm(notice, 'Return this update to its coordinators?', 'Yes, return it',
    el('p', {}, `They are written to at once and see your remarks at ${fields(names.length)}:`),
    el('ul', {}, names.map((spec) => el('li', {}, el('strong', {}, `${spec.label}: `), written[spec.name]))));
  return agreed && send(false);
}

function fields(count) {
  return count === 1 ? 'one field' : `${count} fields`;
}

/** The remarks being written, by field name. */
function remarkBox(before, changed) {
  const texts = { ...before };
  return {
    read: () => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim())),
    at(spec) {
      const input = el('textarea', { id: uniqueId('remark'), rows: '3', value: texts[spec.name], oninput: () => {
        texts[spec.name] = input.value;
        changed(texts);
      } });
      const box = el('div', { class: 'st-field st-remark' }, el('label', { for: input.id }, `Remark on “${spec.label}”`),
        el('p', { class: 'st-help' }, 'Say what is missing or what to change; the coordinators read it as written.'), input);
      const opener = button('Add a remark', () => {
        box.hidden = false;
        opener.hidden = true;
        input.focus();
      }, 'st-button-quiet');
      opener.setAttribute('aria-label', `Add a remark on “${spec.label}”`);
      box.hidden = !texts[spec.name];
      opener.hidden = !box.hidden;
      return [opener, box];
    },
  };
}
