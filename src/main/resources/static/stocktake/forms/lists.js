/** Lists of groups of inputs: as long as somebody likes and in the order they like, or of a fixed set of things. */
import { button, el, uniqueId } from './dom.js';
import { grouped } from './field.js';

/** A list of groups of inputs that grows, shrinks and is put in order; what is left empty does not count. */
export function rows(spec, value, path, changed, control) {
  const places = el('div', { class: spec.compact ? 'st-rows st-rows-compact' : 'st-rows' });
  const said = el('p', { class: 'st-unseen', role: 'status' });
  const adder = button(`Add ${article(spec.item)}`, () => {
    add({});
    number();
    kept.at(-1).element.querySelector('input, textarea, select').focus();
    said.textContent = `${spec.item} ${kept.length} added.`;
  }, 'st-button-light');
  let kept = [];

  function add(row) {
    const entry = { title: el('legend', { class: 'st-row-title' }), controls: spec.columns.map((column) => ({ name: column.name, ...control(column, row[column.name], '', changed) })) };
    entry.up = mover('\u2191', () => move(entry, -1));
    entry.down = mover('\u2193', () => move(entry, 1));
    entry.drop = button('Remove', () => drop(entry), 'st-button-quiet');
    entry.element = el('fieldset', { class: 'st-row' }, entry.title, entry.controls.map((one) => one.element),
      el('div', { class: 'st-row-acts' }, entry.up, entry.down, entry.drop));
    kept.push(entry);
    places.append(entry.element);
  }

  function drop(entry) {
    const index = kept.indexOf(entry);
    kept.splice(index, 1);
    entry.element.remove();
    number();
    changed();
    said.textContent = `${spec.item} removed.`;
    (kept[index]?.drop ?? adder).focus();
  }

  /** Puts an entry one place up or down; the keyboard stays at its button, or at the other one where there is no further. */
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
    said.textContent = `Moved: now ${spec.item.toLowerCase()} ${from + by + 1} of ${kept.length}.`;
    const [wanted, other] = by < 0 ? [entry.up, entry.down] : [entry.down, entry.up];
    (wanted.disabled ? other : wanted).focus();
  }

  function number() {
    let stored = 0;
    kept.forEach((entry, index) => {
      const prefix = content(entry) ? `${path}.${stored++}` : `${path}.none`;
      if (entry.prefix !== prefix) {
        entry.prefix = prefix;
        entry.controls.forEach((one) => (one.element.dataset.field = `${prefix}.${one.name}`));
      }
      name(entry, `${spec.item} ${index + 1}`);
      entry.up.disabled = index === 0;
      entry.down.disabled = index === kept.length - 1;
    });
    adder.hidden = kept.length >= (spec.most ?? Infinity);
  }

  function name(entry, called) {
    if (entry.called === called) {
      return;
    }
    entry.called = called;
    entry.title.textContent = called;
    entry.up.setAttribute('aria-label', `Move ${called.toLowerCase()} up`);
    entry.down.setAttribute('aria-label', `Move ${called.toLowerCase()} down`);
    entry.drop.setAttribute('aria-label', `Remove ${called.toLowerCase()}`);
    if (spec.compact) {
      entry.controls[0].element.querySelector('label').textContent = called;
    }
  }

  (value ?? []).forEach(add);
  number();
  return {
    element: grouped(spec, path, places, adder, said),
    read() {
      number();
      const filledRows = kept.map(content).filter(Boolean);
      return filledRows.length ? filledRows : undefined;
    },
  };
}

export function lines(spec, value, path, changed, control) {
  const offered = spec.suggestions && el('datalist', { id: uniqueId('offered') }, spec.suggestions.map((one) => el('option', { value: one })));
  const asRows = { ...spec, columns: [{ name: 'text', kind: 'line', label: spec.item, suggestionsIn: offered?.id }], compact: true };
  const list = rows(asRows, (value ?? []).map((one) => ({ text: one })), path, changed, control);
  if (offered) {
    list.element.append(offered);
  }
  return { element: list.element, read: () => list.read()?.map((row) => row.text) };
}

/** A group of inputs for each of a fixed set of things; all of them count, filled or not. */
export function fixed(spec, value, path, changed, control) {
  const entries = spec.items.map(({ key, label }, index) => {
    const row = (value ?? []).find((one) => Object.entries(key).every(([name, part]) => one[name] === part)) ?? {};
    const controls = spec.columns.map((column) => ({ name: column.name, ...control(column, row[column.name], `${path}.${index}.${column.name}`, changed) }));
    const element = el('fieldset', { class: 'st-row' }, el('legend', { class: 'st-row-title' }, label),
      el('div', { class: 'st-pair' }, controls.map((one) => one.element)));
    return { element, read: () => ({ ...key, ...content({ controls }) }) };
  });
  return { element: grouped(spec, path, entries.map((entry) => entry.element)), read: () => entries.map((entry) => entry.read()) };
}

export function mover(sign, act) {
  return button(sign, act, 'st-button-quiet st-button-move');
}

function content(entry) {
  const row = Object.fromEntries(entry.controls.map((one) => [one.name, one.read()]).filter(([, value]) => value !== undefined));
  return Object.keys(row).length ? row : undefined;
}

function article(item) {
  return `${/^[aeiou]/i.test(item) ? 'an' : 'a'} ${item.toLowerCase()}`;
}
