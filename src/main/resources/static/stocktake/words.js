/**
 * Loaded by each of Camunda's applications before it starts. On the first visit of a browser an application draws some
 * of its words before it has fetched them, and then shows keys such as SEARCH_PLACEHOLDER until the next visit: so the
 * words are put where it looks first. Should that fail, it fetches them itself as it always does.
 */
const LANGUAGE = 'en';
const KEPT = 'camunda-web';

const base = document.querySelector('base');
const prefix = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
const key = `${prefix}_locales_data_${LANGUAGE}_${window.bust}`;
try {
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  if (kept[key] === undefined) {
    const words = await fetch(`${prefix}${LANGUAGE}.json`);
    if (words.ok) {
      kept[key] = JSON.stringify(await words.json());
      localStorage.setItem(KEPT, JSON.stringify(kept));
    }
  }
} catch {
  // A browser that stores nothing: the application fetches its words itself.
}
