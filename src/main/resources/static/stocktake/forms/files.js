/**
 * Pictures, charts, testimonials and documents of an update: files are dropped or chosen, sent at once and described
 * below; what is taken out can be put back until it is deleted for good.
 */
import { apart } from './apart.js';
import { remove } from './api.js';
import { button, el, paragraphs, uniqueId } from './dom.js';
import { grouped } from './field.js';
import { mover } from './lists.js';
import { sender } from './sending.js';
import { shelf, shown } from './shelf.js';

const CAPTION = { name: 'caption', kind: 'line', label: 'Caption' };
const COLUMNS = {
  kind: (options) => ({ name: 'kind', kind: 'select', label: 'Kind', options }),
  link: { name: 'link', kind: 'line', type: 'url', label: 'Web address', help: 'Begins with https://' },
  title: { ...CAPTION, label: 'Title of the document' },
  credit: { name: 'credit', kind: 'line', label: 'Credit', help: 'Photographer or source' },
  alternative: { name: 'alternative', kind: 'line', label: 'Alternative text', help: 'What one sees, for people who cannot see it' },
  consent: { name: 'consent', kind: 'check', label: 'Those shown or quoted agree to publication' },
  words: { name: 'words', kind: 'text', rows: 3, label: 'The words', room: 60, help: 'As they were said or written, without quotation marks' },
  speaker: { name: 'speaker', kind: 'line', label: 'Who said it', help: 'A name, or as they want to be called' },
  role: { name: 'role', kind: 'line', label: 'In what role', help: 'For example: student of Harbour University, exchange of 2023' },
};
/** Their kind is said by how they came, so that nobody is asked for it. */
const OF_ONE_KIND = ['document', 'testimonial'];

/** Testimonials of before there was a field for the words have them in the caption. */
function asWords(row) {
  if (row.kind !== 'testimonial' || row.file || row.words) {
    return row;
  }
  const { caption: words, credit: speaker, ...others } = row;
  return { ...others, ...(words && { words }), ...(speaker && { speaker }) };
}

/** The control for `{kind: 'files', place, options, accept}`; `place` is where the files are kept. */
export function files(spec, value, path, changed, control) {
  const { document: documents, testimonial, ...pictures } = spec.options;
  const rows = el('div', { class: 'st-rows' });
  const out = el('div', {});
  const said = el('p', { class: 'st-unseen', role: 'status' });
  const say = (text) => (said.textContent = text);
  const sending = sender({ place: spec.place, arrived, say, stay: () => chooser.focus() });
  const known = new Map();
  let largest;
  let kept = [];

  function columnsOf(row) {
    if (row.kind === 'document') {
      return [COLUMNS.title];
    }
    if (row.kind === 'testimonial' && !row.file) {
      return [COLUMNS.words, COLUMNS.speaker, COLUMNS.role, { ...COLUMNS.link, help: 'Where it can be read or seen, if it can' }, COLUMNS.consent];
    }
    return [COLUMNS.kind(pictures), !row.file && COLUMNS.link, CAPTION, COLUMNS.credit, COLUMNS.alternative, COLUMNS.consent].filter(Boolean);
  }

  function add(row) {
    const entry = { row, title: el('legend', { class: 'st-row-title' }), place: el('div', {}) };
    entry.controls = columnsOf(row).map((column) => ({ name: column.name, ...control(column, row[column.name], '', changed) }));
    entry.up = mover('\u2191', () => move(entry, -1));
    entry.down = mover('\u2193', () => move(entry, 1));
    entry.drop = button('Remove', () => takeOut(entry), 'st-button-quiet');
    entry.element = el('fieldset', { class: 'st-row' }, entry.title, entry.place, entry.controls.map((one) => one.element),
      el('div', { class: 'st-row-acts' }, entry.up, entry.down, entry.drop));
    kept.push(entry);
    rows.append(entry.element);
    show(entry);
    number();
    return entry.element;
  }

  function show(entry) {
    if (!entry.row.file || !known.size) {
      return;
    }
    const file = known.get(entry.row.file);
    entry.place.replaceChildren(file ? shown(spec.place, file, entry.row.alternative ?? '')
      : el('p', { class: 'st-message st-message-error' }, 'This file is no longer there. Attach it again, or remove this item.'));
  }

  /** Puts an item one place up or down; the keyboard stays at its button, or at the other one where there is no further. */
  function move(entry, by) {
    const from = kept.indexOf(entry);
    const neighbour = kept[from + by];
    if (!neighbour) {
      return;
    }
    kept[from + by] = entry;
    kept[from] = neighbour;
    by < 0 ? neighbour.element.before(entry.element) : neighbour.element.after(entry.element);
    number();
    changed();
    say(`Moved: now ${from + by + 1} of ${kept.length}.`);
    const [wanted, other] = by < 0 ? [entry.up, entry.down] : [entry.down, entry.up];
    (wanted.disabled ? other : wanted).focus();
  }

  function takeOut(entry) {
    const name = nameOf(entry);
    kept = kept.filter((one) => one !== entry);
    entry.element.remove();
    number();
    changed();
    showOut();
    say(`${name} removed.${entry.row.file ? ' Below you can put it back.' : ''}`);
    chooser.focus();
  }

  /** Files of this update that the text does not name: taken out, or arrived while nobody was looking. */
  function showOut() {
    const used = new Set(kept.map((entry) => entry.row.file));
    const unused = [...known.values()].filter((file) => !used.has(file.id) && !file.submitted);
    out.replaceChildren(...(unused.length ? [el('details', { class: 'st-plan' }, el('summary', {}, `Files that are not in your text (${unused.length})`),
      el('p', { class: 'st-help' }, 'Nobody else reads them. They are deleted 30 days after they came, or now if you say so.'),
      el('ul', { class: 'st-plain' }, unused.map((file) => el('li', {}, shown(spec.place, file), el('p', { class: 'st-buttons' },
        named('Put back', file, () => {
          put(file).querySelector('input, select, textarea').focus();
          say(`${file.name} is in your text again.`);
        }), named('Delete for good', file, () => forget(file)))))))] : []));
  }

  function named(label, file, act) {
    const made = button(label, act, 'st-button-light');
    made.setAttribute('aria-label', `${label}: ${file.name}`);
    return made;
  }

  async function forget(file) {
    try {
      await remove(`${spec.place}/${file.id}`);
      known.delete(file.id);
      showOut();
      say(`${file.name} is deleted for good.`);
      chooser.focus();
    } catch (problem) {
      say(problem.message);
      out.prepend(el('p', { class: 'st-message st-message-error' }, problem.message));
    }
  }

  function put(file) {
    const element = add({ kind: file.picture ? 'picture' : 'document', file: file.id });
    changed();
    showOut();
    return element;
  }

  function arrived(file, again) {
    known.set(file.id, file);
    if (kept.some((entry) => entry.row.file === file.id)) {
      say(`${file.name} is attached already.`);
      notice.textContent = `“${file.name}” is attached already: the same file is kept once.`;
      return;
    }
    put(file);
    document.activeElement === chooser && chooser.scrollIntoView({ block: 'nearest' }); // what was added stands above it
    notice.textContent = '';
    say(`${file.name} is attached${again ? ' again' : ''}. Describe it just above.`);
  }

  function nameOf(entry) {
    const kind = { document: documents, testimonial: !entry.row.file && testimonial }[entry.row.kind] || 'Item';
    return `${kind} ${kept.indexOf(entry) + 1}`;
  }

  function number() {
    let stored = 0;
    for (const entry of kept) {
      const name = nameOf(entry);
      entry.title.textContent = name;
      entry.drop.setAttribute('aria-label', `Remove ${name.toLowerCase()}`);
      entry.up.setAttribute('aria-label', `Move ${name.toLowerCase()} up`);
      entry.down.setAttribute('aria-label', `Move ${name.toLowerCase()} down`);
      entry.up.disabled = entry === kept[0];
      entry.down.disabled = entry === kept.at(-1);
      const prefix = content(entry) ? `${path}.${stored++}` : `${path}.none`;
      entry.element.dataset.field = prefix;
      entry.controls.forEach((one) => (one.element.dataset.field = `${prefix}.${one.name}`));
    }
  }

  function content({ row, controls }) {
    const written = Object.fromEntries(controls.map((one) => [one.name, one.read()]).filter(([, text]) => text !== undefined));
    if (!row.file && !Object.keys(written).length) {
      return undefined;
    }
    const kind = OF_ONE_KIND.includes(row.kind) ? { kind: row.kind } : {};
    return { ...kind, ...(row.file && { file: row.file }), ...written };
  }

  const chooser = el('input', { type: 'file', id: uniqueId('files'), multiple: true, accept: spec.accept, class: 'st-choose', onchange: () => {
    sending.send([...chooser.files], largest);
    chooser.value = '';
  } });
  const notice = el('p', { class: 'st-help', role: 'status' });
  const zone = el('div', { class: 'st-drop' }, el('label', { for: chooser.id }, 'Choose files, or drop them here'), chooser,
    el('p', { class: 'st-help' }, spec.taken));
  zone.addEventListener('dragover', (event) => zone.classList.toggle('st-drop-over', carriesFiles(event)));
  zone.addEventListener('dragleave', () => zone.classList.remove('st-drop-over'));
  zone.addEventListener('drop', (event) => {
    zone.classList.remove('st-drop-over');
    zone.closest('fieldset:disabled') || sending.send([...event.dataTransfer.files], largest);
  });
  const adder = (label, row) => button(label, () => {
    const element = add(row);
    element.querySelector('input, select, textarea').focus();
    say(`${nameOf(kept.at(-1))} added.`);
  }, 'st-button-light');
  const adders = el('p', { class: 'st-buttons' }, adder('Add a testimonial', { kind: 'testimonial' }), adder('Add a picture or chart by its web address', {}));

  (value ?? []).map(asWords).forEach(add);
  const lacking = el('div', {});
  const load = async () => {
    const all = await shelf(spec.place);
    largest = all.largest;
    zone.hidden = !all.mayAttach;
    all.files.forEach((file) => known.set(file.id, file));
    kept.forEach(show);
    showOut();
    return [];
  };
  apart('The attached files', load).then((parts) => lacking.append(...parts));
  return {
    element: grouped(spec, path, lacking, rows, zone, sending.element, notice, adders, out, said),
    read() {
      number();
      const all = kept.map(content).filter(Boolean);
      return all.length ? all : undefined;
    },
  };
}

function carriesFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes('Files');
}

// A file that is dropped beside the place for it would be opened in place of the form.
for (const type of ['dragover', 'drop']) {
  document.addEventListener(type, (event) => carriesFiles(event) && event.preventDefault());
}

/** The same to read. */
export function readFiles(spec, value) {
  const lacking = el('div', {});
  const rows = value.map((row) => ({ row: asWords(row), place: el('div', {}) }));
  if (rows.some(({ row }) => row.file)) {
    apart('The attached files', async () => {
      const { files: all } = await shelf(spec.place);
      rows.forEach(({ row, place }) => {
        const file = all.find((one) => one.id === row.file);
        if (file) {
          place.append(shown(spec.place, file, row.alternative ?? ''));
        } else if (row.file) {
          place.append(el('p', { class: 'st-nothing' }, 'Its file is no longer there'));
        }
      });
      return [];
    }).then((parts) => lacking.append(...parts));
  }
  return el('div', {}, lacking, el('ol', { class: 'st-read-rows' }, rows.map(({ row, place }) => el('li', {}, place, row.words && el('blockquote', {}, ...paragraphs(row.words)), el('dl', {},
    fact('Who said it', row.speaker), fact('In what role', row.role), fact('Kind', spec.options[row.kind]), fact(row.kind === 'document' ? 'Title' : 'Caption', row.caption), fact('Credit', row.credit),
    fact('Alternative text', row.alternative), fact('Web address', row.link && spec.link(row.link)),
    row.kind !== 'document' && fact('Agreed to publication', row.consent ? 'Yes' : 'No'))))));
}

function fact(name, value) {
  return value && el('div', {}, el('dt', {}, name), el('dd', {}, value));
}
