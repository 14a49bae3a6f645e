/** The files that are kept for an update: what they are, and how one is shown. */
import { get } from './api.js';
import { el } from './dom.js';

/** What is kept at `place`: `{largest, mayAttach, files}`. */
export const shelf = (place) => get(place);

/** A file as a small picture or a sign, its name as a link, its size; `alternative` is what a picture shows. */
export function shown(place, file, alternative = '') {
  const address = `${place}/${file.id}`;
  return el('div', { class: 'st-file' }, preview(address, file, alternative),
    el('p', { class: 'st-file-name' }, el('a', { href: address, target: '_blank', rel: 'noopener', download: file.name }, file.name),
      el('span', { class: 'st-help' }, describe(file))));
}

function preview(address, file, alternative) {
  if (!file.picture) {
    return el('span', { class: 'st-file-sign', 'aria-hidden': 'true' }, file.name.split('.').pop().toUpperCase());
  }
  return el('img', { class: 'st-file-picture', src: file.thumbnail ? `${address}/thumbnail` : address, alt: alternative, loading: 'lazy', width: '120', height: '90' });
}

function describe({ length, width, height, picture, thumbnail }) {
  const what = width ? `${size(length)}, ${width} × ${height} pixels` : size(length);
  return picture && !thumbnail ? `${what}. The report cannot print it: save it as PNG, or as JPEG in the colours of screens (RGB), and attach that.` : what;
}

/** '3.4 MB'. */
export function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
}
