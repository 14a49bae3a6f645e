/** How long a text is, beside the room that the report has for it. More is never refused. */
import { el, uniqueId } from './dom.js';

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'word' }) : undefined;

/** Counts words as readers do, also where a script puts no spaces between them. */
export function words(text) {
  return segmenter ? [...segmenter.segment(text)].filter((part) => part.isWordLike).length : (text.match(/\S+/g) ?? []).length;
}

/** "84 of about 150 words" below an input; `tell()` counts again. It is read out with the field, not with every key. */
export function wordsIn(input, room) {
  const element = el('p', { class: 'st-room', id: uniqueId('room') });
  input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), element.id].filter(Boolean).join(' '));
  const tell = () => {
    const count = words(input.value);
    const over = count > room;
    element.textContent = `${count} of about ${room} words${over ? ': longer than the report has room for; you may leave it so' : ''}`;
    element.dataset.over = String(over);
  };
  tell();
  return { element, tell };
}
