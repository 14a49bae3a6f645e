/** One comment at its passage: what is said, other words for it, and how both wordings compare. */
import { button, el, paragraphs, uniqueId } from './dom.js';

/** Two wordings, word by word; nothing where there are none. */
export function compared(parts) {
  return parts && el('p', { class: 'st-prose' }, parts.map(({ kind, text }) => (kind === 'same' ? text : el(kind === 'struck' ? 'del' : 'ins', {}, text))));
}

/** A comment that nobody changes here: of somebody else, of an earlier round, or of one that is over. */
export function standing(said, round, here = true) {
  const moved = said.now === null || said.now === undefined ? `was at paragraph ${said.paragraph}; it says something else now`
    : said.now !== said.paragraph && `was at paragraph ${said.paragraph}`;
  return el('div', { class: 'st-beside', role: 'group', 'aria-label': `Comment of ${said.by}` },
    el('p', { class: 'st-help' }, [said.mine ? 'You' : said.by, said.round !== round && `round ${said.round}`, said.paragraph > 0 && moved, !here && said.called].filter(Boolean).join(', ')),
    ...paragraphs(said.text), compared(said.parts),
    said.decision && el('p', {}, el('strong', {}, `The secretariat: ${said.decision}.`), said.reason ? ` ${said.reason}` : ''));
}

/** A comment that its author writes. `changed` hears each key, `withdrawn` that it goes. */
export function writing(line, { passage, changed, withdrawn }) {
  const remark = el('textarea', { id: uniqueId('remark'), rows: '3', value: line.text, oninput: () => {
    line.text = remark.value;
    changed();
  } });
  const comparison = el('div', { 'aria-live': 'polite' });
  const other = el('textarea', { id: uniqueId('wording'), rows: '5', value: line.wording, oninput: () => {
    line.wording = other.value;
    changed();
  } });
  const place = el('div', {});
  const suggest = button('Suggest other words', () => {
    line.wording = passage.text;
    open();
    other.focus();
  });
  const open = () => {
    other.value = line.wording;
    place.replaceChildren(el('div', { class: 'st-field' }, el('label', { for: other.id }, 'The paragraph in other words'),
      el('p', { class: 'st-help' }, 'Change what should read otherwise; the secretariat can take it over as it stands.'), other), comparison);
    suggest.remove();
  };
  const element = el('div', { class: 'st-beside', role: 'group', 'aria-label': `Your comment on ${passage.called}` },
    el('div', { class: 'st-field' }, el('label', { for: remark.id }, 'What should be different, and why'), remark), place,
    el('p', { class: 'st-buttons' }, passage.prose && line.wording === undefined && suggest, button('Withdraw this comment', () => withdrawn(line), 'st-button-light')));
  if (line.wording !== undefined && line.wording !== null) {
    open();
  }
  return {
    line, element,
    focus: () => remark.focus(),
    compare: (parts) => comparison.replaceChildren(...[parts && el('p', { class: 'st-help' }, 'Compared with the draft:'), compared(parts)].filter(Boolean)),
  };
}
