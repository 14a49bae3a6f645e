/** The page “My notes”: a line about an initiative, noted at any time, corrected, taken back. */
import { get, path, post, put, remove, whoAmI } from './api.js';
import { attempt, confirm } from './asking.js';
import { clock, day } from './dates.js';
import { button, el, heading, link, panel, paragraphs, present, uniqueId } from './dom.js';
import { keptForm } from './kept-form.js';
import { lookAround } from './keep.js';
import { sender } from './sending.js';
import { shown } from './shelf.js';

const PLACE = '/api/notes';
const PICTURES = '.jpg,.jpeg,.png,.webp';
const WORDS = [
  { name: 'day', kind: 'date', required: true, label: 'Day' },
  { name: 'text', kind: 'text', rows: 2, required: true, label: 'What to remember' },
  { name: 'link', kind: 'line', type: 'url', label: 'Web address', help: 'If there is one; begins with https://' },
];
const OF_PICTURE = [
  { name: 'caption', kind: 'line', label: 'Caption' },
  { name: 'credit', kind: 'line', label: 'Credit', help: 'Photographer or source' },
  { name: 'alternative', kind: 'line', label: 'Alternative text', help: 'What one sees, for people who cannot see it' },
  { name: 'consent', kind: 'check', label: 'Those shown agree to publication' },
];

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

/** Shows the page within `element`. */
export async function open(element) {
  try {
    const [all, me] = await Promise.all([get(PLACE), whoAmI(), lookAround()]);
    mount(element, all, me);
  } catch (problem) {
    present(element, panel('error', 'Your notes could not be shown', el('p', {}, problem.message), el('p', { class: 'st-buttons' }, button('Try again', () => open(element)))));
  }
}

function mount(element, all, me) {
  if (!all.length) {
    element.replaceChildren(el('p', {}, 'Notes are about initiatives that your party coordinates, or that you help with. There is none at the moment.'));
    return;
  }
  const status = el('p', { class: 'st-status', role: 'status' });
  const places = new Map(all.map((one) => [one.initiative, el('section', { 'aria-label': `Notes on ${one.initiative} ${one.title}` })]));
  const page = {
    me, status,
    say: (text) => (status.textContent = text),
    /** Asks the server again and shows what it has; what is being typed elsewhere on the page stays. */
    async again(initiative) {
      const now = (await get(PLACE)).find((one) => one.initiative === initiative);
      now && places.get(initiative).replaceChildren(...about(page, now));
    },
  };
  all.forEach((one) => places.get(one.initiative).replaceChildren(...about(page, one)));
  element.replaceChildren(fresh(page, all), status, ...places.values());
}

/** A new note. */
function fresh(page, all) {
  const initiatives = Object.fromEntries(all.map((one) => [one.initiative, `${one.initiative} ${one.title}`]));
  const [only] = all.length === 1 ? all : [];
  const start = () => ({ day: today(), ...(only && { initiative: only.initiative }) });
  const notice = el('div', { class: 'st-asked' });
  const form = keptForm(`note.${page.me.userId}`, [
    { fields: [{ name: 'initiative', kind: 'select', required: true, label: 'Initiative', options: initiatives }, ...WORDS] },
    { title: 'With a picture', help: 'If there is one. What you do not know yet can be added later.', fields: OF_PICTURE },
  ], start(), { level: 3 });
  const chooser = pictureChooser('Picture');
  let busy = false;
  const note = async () => {
    if (busy) {
      return;
    }
    busy = true;
    try {
      const words = { version: 0, consent: false, ...form.read() };
      let written;
      if (await attempt({ form, notice, host: { setStatus: page.say } }, async () => (written = await post(PLACE, words)))) {
        const [file] = chooser.input.files;
        form.restart(start());
        chooser.input.value = '';
        page.say('It is noted. Your next update offers it.');
        await page.again(words.initiative);
        file && addPicture(page, { id: written.id, initiative: words.initiative }, notice).send(file);
      }
    } catch (problem) {
      present(notice, panel('error', undefined, el('p', {}, problem.message)));
    } finally {
      busy = false;
    }
  };
  return el('section', { class: 'st-mine', 'aria-label': 'A new note' }, heading(2, 'Note something'), notice, form.element, chooser.element,
    el('p', { class: 'st-buttons' }, button('Note it', note, 'st-button-primary')));
}

function pictureChooser(label) {
  const input = el('input', { type: 'file', id: uniqueId('picture'), accept: PICTURES, class: 'st-choose' });
  return { input, element: el('div', { class: 'st-field' }, el('label', { for: input.id }, label),
    el('p', { class: 'st-help', id: `${input.id}-help` }, 'One picture, as JPEG, PNG or WebP. Where it was taken is removed from it.'), input) };
}

/** Sends a picture to its note; how far it is stands in `place`. */
function addPicture(page, note, place) {
  const sending = sender({
    place: path`/api/notes/${note.id}/picture`, say: page.say, stay: () => {},
    arrived: async () => {
      place.replaceChildren();
      page.say('The picture is attached to its note.');
      await page.again(note.initiative);
    },
  });
  place.replaceChildren(sending.element);
  return { send: (file) => sending.send([file]) };
}

function about(page, { initiative, title, notes }) {
  const stand = notes.filter((one) => !one.takenBackAt);
  const gone = notes.filter((one) => one.takenBackAt);
  return [heading(2, `${initiative} ${title}`),
    ...(stand.length ? stand.map((one) => entry(page, one)) : [el('p', { class: 'st-nothing' }, 'Nothing is noted.')]),
    ...(gone.length ? [el('details', { class: 'st-plan' }, el('summary', {}, `Taken back (${gone.length})`), gone.map((one) => takenBack(page, one)))] : [])];
}

/** What a note says and who wrote it, here and beside the form of an update. */
export function told(note) {
  return [el('p', { class: 'st-answer-name' }, day(note.day)), ...paragraphs(note.text), note.link && el('p', {}, link(note.link)),
    note.picture && shownPicture(note),
    el('p', { class: 'st-help' }, `Noted by ${note.writtenBy}, ${clock(note.writtenAt)}${note.correctedAt ? `; corrected by ${note.correctedBy}, ${clock(note.correctedAt)}` : ''}.`)];
}

function shownPicture({ id, picture, alternative, caption, credit, consent }) {
  const place = path`/api/notes/${id}`;
  const missing = [[caption, 'a caption'], [credit, 'a credit'], [alternative, 'an alternative text'], [consent, 'the consent of those it shows']].filter(([there]) => !there).map(([, name]) => name);
  return el('div', {}, shown(place, { ...picture, id: 'picture', picture: true }, alternative ?? ''),
    (caption || credit) && el('p', { class: 'st-help' }, [caption, credit].filter(Boolean).join('. ')),
    missing.length > 0 && el('p', { class: 'st-help' }, `It still needs ${missing.join(', ')} before an update with it can be submitted.`));
}

function used(note) {
  return note.usedIn.map(({ cycle, at, by }) => el('p', {}, el('span', { class: 'st-state' }, `Put into the update of ${cycle}`), ` by ${by}, ${clock(at)}`));
}

function entry(page, note) {
  const place = el('div', { class: 'st-asked' });
  const named = (label, act) => {
    const made = button(label, act, 'st-button-light');
    made.setAttribute('aria-label', `${label}: ${day(note.day)}, ${note.text.slice(0, 60)}`);
    return made;
  };
  const act = async (call, said) => {
    if (await attempt({ notice: place, host: { setStatus: page.say } }, call)) {
      page.say(said);
      await page.again(note.initiative);
    }
  };
  const takeBack = () => act(() => post(path`/api/notes/${note.id}/taking-back`), 'The note is taken back. Below you can put it back.');
  const withoutPicture = async () => {
    if (await confirm(place, 'Delete this picture for good?', 'Yes, delete it', el('p', {}, 'An update that it was put into has a copy of its own, which stays there.'))) {
      await act(() => remove(path`/api/notes/${note.id}/picture`), 'The picture is deleted.');
    }
  };
  const picture = () => {
    const chooser = pictureChooser(note.picture ? 'Another picture in place of this one' : 'Picture');
    const sent = el('div', {});
    chooser.input.addEventListener('change', () => {
      const [file] = chooser.input.files;
      file && addPicture(page, note, sent).send(file);
      chooser.input.value = '';
    });
    place.replaceChildren(chooser.element, sent);
    chooser.input.focus();
  };
  return el('article', { class: 'st-mine' }, ...told(note), ...used(note), place,
    el('p', { class: 'st-buttons' }, named('Correct', () => correct(page, note, place)), named(note.picture ? 'Change the picture' : 'Add a picture', picture),
      note.picture && named('Delete the picture', withoutPicture), named('Take back', takeBack)));
}

function correct(page, note, place) {
  const notice = el('div', {});
  const form = keptForm(`note.${page.me.userId}.${note.id}.${note.version}`, [{ fields: WORDS }, { title: 'Its picture', fields: OF_PICTURE }],
    Object.fromEntries([...WORDS, ...OF_PICTURE].map(({ name }) => [name, note[name] ?? undefined])), { level: 3 });
  const save = async () => {
    if (await attempt({ form, notice, host: { setStatus: page.say } }, () => put(path`/api/notes/${note.id}`, { version: note.version, consent: false, ...form.read() }))) {
      form.forget();
      page.say('The note is corrected.');
      await page.again(note.initiative);
    }
  };
  place.replaceChildren(notice, form.element, el('p', { class: 'st-buttons' }, button('Save the correction', save, 'st-button-primary'), button('Leave it as it is', () => {
    form.forget();
    place.replaceChildren();
  }, 'st-button-quiet')));
  place.querySelector('textarea').focus();
}

function takenBack(page, note) {
  const place = el('div', { class: 'st-asked' });
  const back = button('Put back', async () => {
    if (await attempt({ notice: place, host: { setStatus: page.say } }, () => remove(path`/api/notes/${note.id}/taking-back`))) {
      page.say('The note is back.');
      await page.again(note.initiative);
    }
  }, 'st-button-light');
  back.setAttribute('aria-label', `Put back: ${day(note.day)}, ${note.text.slice(0, 60)}`);
  return el('article', { class: 'st-mine' }, ...told(note), el('p', { class: 'st-help' }, `Taken back by ${note.takenBackBy}, ${clock(note.takenBackAt)}.`), ...used(note), place, el('p', { class: 'st-buttons' }, back));
}

const element = document.querySelector('[data-notes]');
if (element) {
  open(element);
}
