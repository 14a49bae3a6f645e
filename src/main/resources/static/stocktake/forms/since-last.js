/** What was noted since the last update, beside its form: put in by the writer, once, and nothing by itself. */
import { apart } from './apart.js';
import { get, path, post, remove } from './api.js';
import { attempt } from './asking.js';
import { clock, day } from './dates.js';
import { button, el, panel, present, uniqueId } from './dom.js';
import { told } from './my-notes.js';

const PICTURE = 'media';

/** Offers to each control of a form to put another value in its place: `beside` for the form, `put` for who has one. */
export function places() {
  const puts = new Map();
  return {
    beside: (spec, put) => spec.kind !== 'locked' && puts.set(spec.name, put) && undefined,
    put: (name, value) => puts.get(name)(value),
  };
}

/** The panel; `view.places` are those of the form. */
export function notedSince(view) {
  const { update } = view;
  const address = path`/api/updates/${update.cycle}/${update.initiative}/notes`;
  const element = el('div', {});
  const put = new Map();
  const load = async () => {
    const notes = await get(address);
    const shown = panelOf({ view, address, put, again: load }, notes);
    element.replaceChildren(shown);
    return [];
  };
  apart('Your notes', load).then((parts) => element.append(...parts));
  return element;
}

function panelOf(panelled, notes) {
  const waiting = notes.filter((one) => !one.usedIn.length);
  const done = notes.filter((one) => one.usedIn.length);
  const mine = el('a', { href: '/my/notes', target: '_blank' }, 'My notes');
  if (!notes.length) {
    return el('p', { class: 'st-help' }, 'Nothing was noted since your last update. What a later one should not miss can be noted at any time under ', mine, '.');
  }
  return el('details', { class: 'st-plan', open: waiting.length > 0 }, el('summary', {}, `Noted since your last update (${waiting.length})`),
    el('p', { class: 'st-help' }, 'Put in what belongs there, and change it as you like: the note itself stays as it is. Correct notes or add some under ', mine, '.'),
    waiting.length ? el('ul', { class: 'st-plain' }, waiting.map((one) => el('li', { class: 'st-mine' }, origin(panelled, one), ...told(one), ...offer(panelled, one)))) : el('p', {}, 'All of them are in this update.'),
    done.length > 0 && el('details', { class: 'st-plan' }, el('summary', {}, `Put into this update (${done.length})`),
      el('ul', { class: 'st-plain' }, done.map((one) => el('li', { class: 'st-mine' }, origin(panelled, one), ...told(one), ...back(panelled, one))))));
}

/** Of which initiative it was noted, where that was merged into this one. */
const origin = ({ view: { update } }, { initiative }) => initiative !== update.initiative
  && el('p', { class: 'st-help' }, `Noted about ${initiative}, which was merged into ${update.initiative}.`);

/** The fields that take the words of a note, and are open. */
function fieldsOf({ text }) {
  const open = text.form.parts.flatMap((part) => part.controls.map((one) => one.spec));
  return open.filter(({ kind, name }) => kind === 'text' || name === 'events');
}

const takesPictures = ({ text }) => text.form.parts.some((part) => part.controls.some(({ spec }) => spec.kind === 'files'));

/** A note in words: its day, what it says, its web address. */
function written({ day: date, text, link }) {
  const on = new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return `${on}: ${text}${link ? ` (${link})` : ''}`;
}

function offer({ view, address, put, again }, note) {
  const place = el('div', { class: 'st-asked' });
  const fields = fieldsOf(view);
  const pictured = note.picture && takesPictures(view);
  const choice = el('select', { id: uniqueId('into') }, fields.map(({ name, label }) => el('option', { value: name }, label)),
    pictured && el('option', { value: '' }, 'Only its picture'));
  const withPicture = el('input', { type: 'checkbox', id: uniqueId('with'), checked: true });
  const act = async () => {
    const { text, host, places: into } = view;
    if (text.draft.stopped) {
      present(place, panel('error', undefined, el('p', {}, 'Choose above what holds first: until then nothing is put in.')));
      return;
    }
    const words = choice.value;
    let answer;
    go.disabled = true;
    const marked = await attempt({ notice: place, host }, async () => (answer = await post(`${address}/${note.id}`, { picture: Boolean(pictured && (withPicture.checked || !words)) })));
    go.disabled = false;
    if (!marked) {
      return;
    }
    const { file } = answer;
    put.set(note.id, { words, note, file });
    file && into.put(PICTURE, (now = []) => (now.some((one) => one.file === file) ? now : [...now, pictureOf(note, file)]));
    words && into.put(words, (now) => withNote(words, now, note));
    await text.save();
    await again();
    host.setStatus(`The note is put in${words ? ` under “${fields.find(({ name }) => name === words).label}”` : ''}. It can be taken out again above.`, 'done');
  };
  const go = button('Put it in', act, 'st-button-light');
  go.setAttribute('aria-label', `Put it in: ${day(note.day)}, ${note.text.slice(0, 60)}`);
  return fields.length || pictured ? [place, el('p', { class: 'st-buttons' }, el('label', { for: choice.id }, 'Into '), choice,
    pictured && el('span', { class: 'st-check' }, withPicture, el('label', { for: withPicture.id }, 'with its picture')), go)]
    : [el('p', { class: 'st-help' }, 'None of the fields that are open now takes it.')];
}

function pictureOf({ caption, credit, alternative, consent }, file) {
  return { kind: 'picture', file, ...(caption && { caption }), ...(credit && { credit }), ...(alternative && { alternative }), ...(consent && { consent }) };
}

const eventOf = (note) => ({ date: note.day, title: note.link ? `${note.text} (${note.link})` : note.text });

/** Nothing that stands in the field goes. */
function withNote(field, now, note) {
  return field === 'events' ? [...(now ?? []), eventOf(note)] : now ? `${now}\n\n${written(note)}` : written(note);
}

/** What was put in goes as it was put in; what was changed since is its writer's own. */
function withoutNote(field, now, note) {
  if (field === 'events') {
    return (now ?? []).filter((one) => one.date !== note.day || one.title !== eventOf(note).title);
  }
  const said = written(note);
  return [`\n\n${said}`, `${said}\n\n`, said].reduce((text, part) => text.replace(part, () => ''), now ?? '');
}

/** Out again where this window has put it in; else it is offered again, and what stands in the text stays. */
function back({ view, address, put, again }, note) {
  const place = el('div', { class: 'st-asked' });
  const mine = put.get(note.id);
  const act = async () => {
    const { text, host, places: into } = view;
    if (text.draft.stopped || !(await attempt({ notice: place, host }, () => remove(`${address}/${note.id}`)))) {
      return;
    }
    if (mine) {
      mine.file && into.put(PICTURE, (now = []) => now.filter((one) => one.file !== mine.file));
      mine.words && into.put(mine.words, (now) => withoutNote(mine.words, now, mine.note));
      put.delete(note.id);
      await text.save();
    }
    await again();
    host.setStatus(mine ? 'The note is taken out, and offered again.' : 'The note is offered again. What stands in the text stays.', 'done');
  };
  const go = button(mine ? 'Take it out again' : 'Offer it again', act, 'st-button-light');
  go.setAttribute('aria-label', `${go.textContent}: ${day(note.day)}, ${note.text.slice(0, 60)}`);
  return [el('p', { class: 'st-help' }, note.usedIn.map(({ at, by }) => `Put in by ${by}, ${clock(at)}.`)), place, el('p', { class: 'st-buttons' }, go)];
}
