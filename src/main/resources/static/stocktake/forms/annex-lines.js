/** The lines of the annex: shown by initiative, changed, struck, added and taken back one by one. */
import { get, path, post, put, remove } from './api.js';
import { attempt } from './asking.js';
import { clock } from './dates.js';
import { button, el, heading, paragraphs } from './dom.js';
import { buildForm } from './form.js';

const FIELDS = [
  { name: 'activity', kind: 'text', rows: 2, required: true, label: 'Activity' },
  { name: 'period', kind: 'line', width: 'short', label: 'When' },
  { name: 'output', kind: 'text', rows: 2, label: 'Expected output' },
  { name: 'result', kind: 'text', rows: 2, label: 'Expected result' },
  { name: 'contribution', kind: 'text', rows: 2, label: 'Contribution to the strategic objectives' },
];
const ASKED = { name: 'askedBy', kind: 'line', required: true, label: 'Asked for by', help: 'A partner, a stakeholder or the meeting, such as “Malta” or “SOM2, all partners”' };
const WORDS = { changed: 'Changed', added: 'Added', struck: 'Struck', 'carried-over': 'Carried over from the work plan before' };

/** The lines; `open` says whether they can be changed. */
export function annexLines(endorsement, host, open) {
  const { cycle, initiatives, earlier = [] } = endorsement;
  const element = el('div', { class: 'st-annex' });
  let { lines } = endorsement;
  let editing;

  const address = (line) => path`/api/endorsements/${cycle}/lines/${line.number}`;

  const versionOf = ({ number }) => lines.find((line) => line.number === number).version;

  /** Shows all lines anew and gives the keyboard back to the one that was changed. */
  function show(number) {
    editing = undefined;
    element.replaceChildren(...initiatives.map(group).filter(Boolean), open && adding());
    element.querySelector(`[data-line="${number}"] button`)?.focus();
  }

  async function reload(number) {
    ({ lines } = await get(path`/api/endorsements/${cycle}`));
    show(number);
  }

  function group({ id, title, coordinators }) {
    const own = lines.filter((line) => line.initiative === id);
    return own.length > 0 && el('section', { class: 'st-annex-initiative' },
      heading(host.level + 1, `${id} ${title}`, { class: 'st-answer-name' }),
      el('p', { class: 'st-help' }, coordinators || 'No coordinator is named'),
      own.map(shown));
  }

  function shown(line) {
    const name = `line ${line.number}`;
    const act = (label, run) => button(label, run, 'st-button-light');
    const place = el('div', { class: 'st-row', 'data-line': String(line.number), 'data-change': line.change },
      el('p', {}, el('strong', {}, `Line ${line.number}`), line.change && el('span', { class: 'st-change' }, `${WORDS[line.change]}, asked for by ${line.askedBy}`)),
      wording(line.now ?? line.put, !line.now),
      line.change === 'changed' && el('details', {}, el('summary', {}, 'As it was put to officials'), wording(line.put)),
      open && el('p', { class: 'st-buttons' },
        act(line.change === 'struck' ? 'Keep it in other words' : 'Change', () => edit(place, {
          title: `Change ${name}`, fields: [...FIELDS, ASKED], content: { ...(line.now ?? line.put), askedBy: line.askedBy }, keep: 'Keep the change',
          send: (content) => put(address(line), { ...content, version: versionOf(line) }), number: line.number,
        })),
        (!line.change || line.change === 'changed') && act('Strike', () => edit(place, {
          title: `Strike ${name}`, fields: [ASKED], content: { askedBy: line.askedBy }, keep: 'Strike the line',
          send: (content) => post(`${address(line)}/striking`, { ...content, version: versionOf(line) }), number: line.number,
        })),
        line.change && act('Take the change back', () => takeBack(place, line))));
    place.querySelectorAll('button').forEach((one) => one.setAttribute('aria-label', `${one.textContent}: ${name}`));
    return place;
  }

  async function takeBack(place, line) {
    if (editing) {
      return oneAtATime();
    }
    const notice = el('div', { class: 'st-notice' });
    place.append(notice);
    if (await attempt({ notice, host }, () => remove(`${address(line)}/change?version=${versionOf(line)}`), afresh(notice, line.number))) {
      await reload(line.number);
      host.setStatus(`Taken back ${clock(new Date())}`, 'done');
    }
    return undefined;
  }

  function adding() {
    const place = el('div', { class: 'st-row' });
    place.append(button('Add a line', () => edit(place, {
      title: 'Add a line', content: {}, keep: 'Add the line',
      fields: [{ name: 'initiative', kind: 'select', required: true, label: 'Initiative', options: Object.fromEntries(initiatives.map(({ id, title }) => [id, `${id} ${title}`])) }, ...FIELDS, ASKED],
      send: (content) => post(path`/api/endorsements/${cycle}/lines`, content),
    }), 'st-button-light'));
    if (earlier.length > 0) {
      place.append(' ', button('Carry a line over', () => edit(place, {
        title: 'Carry a line over', content: {}, keep: 'Carry it over',
        fields: [{ name: 'line', kind: 'select', required: true, label: 'Line of the work plan adopted before', options: Object.fromEntries(earlier.map(({ initiative, position, said }) => [`${initiative}/${position}`, `${initiative}: ${said.activity}`])) }, ASKED],
        send: ({ line, askedBy }) => post(path`/api/endorsements/${cycle}/carried-over`, { initiative: line?.split('/')[0], position: Number(line?.split('/')[1] ?? 0), askedBy }),
      }), 'st-button-light'));
    }
    return place;
  }

  function oneAtATime() {
    editing.scrollIntoView({ block: 'start' });
    editing.querySelector('input, textarea, select').focus({ preventScroll: true });
    host.setStatus('One line at a time: keep the change of this one, or cancel it.', 'error');
  }

  /** A small form in the place of a line; one at a time. */
  function edit(place, { title, fields, content, keep, send, number }) {
    if (editing) {
      return oneAtATime();
    }
    const notice = el('div', { class: 'st-notice' });
    const form = buildForm([{ title, fields }], content, { level: host.level + 2, changed: () => host.setDirty(true) });
    const send1 = async () => {
      if (await attempt({ form, notice, host }, () => send(form.read()), afresh(notice, number))) {
        await reload(number);
        host.setStatus(`Kept ${clock(new Date())}`, 'done');
      }
    };
    editing = place;
    host.setStatus('');
    place.replaceChildren(notice, form.element, el('p', { class: 'st-buttons' }, button(keep, send1, 'st-button-primary'), button('Cancel', () => show(number))));
    place.querySelector('input, textarea, select').focus();
    return undefined;
  }

  /** Somebody was faster: shows what stands there now, below the reason; what is being typed stays in its form. */
  function afresh(notice, number) {
    return async ({ status }) => {
      if (status !== 409) {
        return;
      }
      ({ lines } = await get(path`/api/endorsements/${cycle}`));
      const line = lines.find((one) => one.number === number);
      if (line) {
        notice.append(el('p', {}, `Line ${number} now reads as follows. Keep yours to put it in its place, or cancel.`), wording(line.now ?? line.put, !line.now));
      }
    };
  }

  show();
  return { element, isEditing: () => Boolean(editing), current: () => lines };
}

/** "2 lines changed, 1 added, 1 struck." in words. */
export function changedLines(lines) {
  const count = (change) => lines.filter((line) => line.change === change).length;
  const said = Object.keys(WORDS).filter(count).map((change) => `${count(change)} ${change.replace('-', ' ')}`);
  return said.length ? `Lines of the annex: ${said.join(', ')}.` : 'No line of the annex is changed.';
}

function wording(words, struck) {
  return el('dl', { class: struck ? 'st-wording st-struck' : 'st-wording' }, FIELDS.filter(({ name }) => words[name]).map(({ name, label }) => [
    el('dt', {}, label), el('dd', {}, paragraphs(words[name])),
  ]));
}
