/** Remarks of reviewers: what one writes is saved as it is written, and what others have noted stands beside it. */
import { get, put } from './api.js';
import { button, el, uniqueId } from './dom.js';
import { keep } from './keep.js';

const PAUSE = 1000;

/** The remarks on one version, those being written and those of others; `place` is the review's address. */
export async function notedOn({ place, revision, me, host }) {
  const all = await get(`${place}/remarks`);
  const kept = keep(`review.${me.userId}.${place}.${revision}`);
  const saved = Object.fromEntries(all.filter((one) => one.mine && one.revision === revision).map(({ field, text }) => [field, text]));
  const texts = { ...saved, ...kept.read() };
  const others = all.filter((one) => one.revision === revision && !one.mine);
  const timers = {};
  let keeps = true;
  const save = async (field) => {
    clearTimeout(timers[field]);
    const text = texts[field] ?? '';
    if (text.trim() === (saved[field] ?? '').trim()) {
      return;
    }
    try {
      await put(`${place}/remarks/${encodeURIComponent(field)}`, { revision, text });
      saved[field] = text;
      if (!Object.keys(texts).some((name) => (texts[name] ?? '').trim() !== (saved[name] ?? '').trim())) {
        kept.forget();
      }
      host.setStatus('Your remark is saved; nobody is written to before the update is returned.', 'done');
    } catch (problem) {
      host.setStatus(`Your remark is not saved, and ${keeps ? 'kept in this browser' : 'stands in this window alone: leave it open'}. ${problem.message}`, 'error');
    }
  };
  return {
    read: () => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim())),
    save: () => Promise.all(Object.keys({ ...saved, ...texts }).map(save)),
    forget: () => kept.forget(),
    others,
    left: all.filter((one) => one.revision < revision),
    at(spec) {
      const input = el('textarea', { id: uniqueId('remark'), rows: '3', value: texts[spec.name], onchange: () => save(spec.name), oninput: () => {
        texts[spec.name] = input.value;
        keeps = kept.write(texts);
        clearTimeout(timers[spec.name]);
        timers[spec.name] = setTimeout(() => save(spec.name), PAUSE);
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
      return [...others.filter((one) => one.field === spec.name).map(({ by, text }) => el('p', { class: 'st-remark st-prose' }, el('strong', {}, `${by} has noted: `), text)), opener, box];
    },
  };
}
