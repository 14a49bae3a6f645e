/** Lists of groups of inputs: as long as somebody likes, or of a fixed set of things. */
import { button, el } from './dom.js';
import { grouped } from './field.js';

/** A list of groups of inputs that grows and shrinks; what is left empty does not count. */
export function rows(spec, value, path, changed, control) {
  const places = el('div', { class: spec.compact ? 'st-rows st-rows-compact' : 'st-rows' });
  const said = el('p', { class: 'st-unseen', role: 'status' });
  const adder = button(`Add ${article(spec.item)}`, () => {
    add({}).querySelector('input, textarea, select').focus();
    said.textContent = `${spec.item} ${kept.length} added.`;
  }, 'st-button-light');
  let kept = [];

  function add(row) {
    const title = el('legend', { class: 'st-row-title' });
    const entry = { title, controls: spec.columns.map((column) => ({ name: column.name, ...control(column, row[column.name], '', changed) })) };
    const drop = button('Remove', () => {
      kept = kept.filter((one) => one !== entry);
      entry.element.remove();
      number();
      adder.hidden = false;
      changed();
      said.textContent = `${spec.item} removed.`;
      adder.focus();
    }, 'st-button-quiet');
    entry.drop = drop;
    entry.element = el('fieldset', { class: 'st-row' }, title, entry.controls.map((one) => one.element), drop);
    kept.push(entry);
    places.append(entry.element);
    number();
    adder.hidden = kept.length >= (spec.most ?? Infinity);
    return entry.element;
  }

  function number() {
    let stored = 0;
    kept.forEach((entry, index) => {
      const name = `${spec.item} ${index + 1}`;
      entry.title.textContent = name;
      entry.drop.setAttribute('aria-label', `Remove ${name.toLowerCase()}`);
      const prefix = content(entry) ? `${path}.${stored++}` : `${path}.none`;
      entry.controls.forEach((one) => (one.element.dataset.field = `${prefix}.${one.name}`));
      if (spec.compact) {
        entry.controls[0].element.querySelector('label').textContent = name;
      }
    });
  }

  (value ?? []).forEach(add);
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
  const asRows = { ...spec, columns: [{ name: 'text', kind: 'line', label: spec.item }], compact: true };
  const list = rows(asRows, (value ?? []).map((one) => ({ text: one })), path, changed, control);
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

function content(entry) {
  const row = Object.fromEntries(entry.controls.map((one) => [one.name, one.read()]).filter(([, value]) => value !== undefined));
  return Object.keys(row).length ? row : undefined;
}

function article(item) {
  return `${/^[aeiou]/i.test(item) ? 'an' : 'a'} ${item.toLowerCase()}`;
}
