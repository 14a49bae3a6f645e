/** Words that this browser kept and the server does not take any more: shown to be copied, gone only when their writer says so. */
import { clock } from './dates.js';
import { button, el, panel } from './dom.js';

/**
 * A panel with `words`, last typed `at`; `forget` removes them from this browser. What is `told` says why they were not
 * taken.
 */
export function keptWords({ title, told, at, words, forget }) {
  const text = el('textarea', { readonly: true, rows: String(Math.min(12, words.split('\n').length + 1)), 'aria-label': 'Your words', value: words });
  const said = el('p', { class: 'st-help', role: 'status' });
  const asking = el('div', {});
  const shown = panel('warning', title, el('p', {}, told), el('p', { class: 'st-help' }, `Typed ${clock(at)}, kept in this browser only.`), text,
    el('p', { class: 'st-buttons' },
      button('Copy my words', async () => {
        said.textContent = (await copied(text)) ? 'Copied.' : 'Selected: copy with Ctrl+C.';
      }, 'st-button-primary'),
      button('Remove them from this browser', () => {
        asking.replaceChildren(el('p', {}, 'They stand nowhere else.'), el('p', { class: 'st-buttons' },
          button('Yes, remove them', () => {
            forget();
            shown.remove();
          }), button('No, keep them', () => asking.replaceChildren())));
        asking.querySelector('button').focus();
      }, 'st-button-light')),
    asking, said);
  shown.setAttribute('role', 'group');
  shown.setAttribute('aria-label', title);
  return shown;
}

/** Pages without HTTPS have no clipboard of their own: there the words are selected. */
async function copied(text) {
  text.focus();
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    return false;
  }
}
