/**
 * Loaded by each of Camunda's applications: tells their style sheet who is working, so that nobody is offered what
 * they may not do. The server decides; this only spares people a refusal. Tasklist shows what is due first on top,
 * until somebody chooses another order.
 */
import { whoAmI } from './forms/api.js';

const INLINE_FIELD = '[cam-tasklist-task-meta] [cam-widget-inline-field]';
const DUE_FIRST = [{ sortBy: 'dueDate', sortOrder: 'asc' }, { sortBy: 'nameCaseInsensitive', sortOrder: 'asc' }];
const secretariat = () => document.documentElement.classList.contains('st-secretariat');

whoAmI().then((me) => {
  document.documentElement.classList.toggle('st-secretariat', me.secretariat === true);
  document.documentElement.classList.toggle('st-reviewer', me.reviewer === true);
}, () => {});

// Dates and assignees open for editing by keyboard too; the style sheet only stops the mouse.
addEventListener('keydown', (event) => {
  if (['Enter', ' '].includes(event.key) && !secretariat() && event.target.matches?.(INLINE_FIELD)) {
    event.stopImmediatePropagation();
  }
}, true);

const [route, query] = location.hash.split('?');
const place = new URLSearchParams(query);
if (document.querySelector('base').getAttribute('app-name') === 'tasklist' && ['', '#/'].includes(route) && !place.has('sorting')) {
  place.set('sorting', JSON.stringify(DUE_FIRST));
  history.replaceState(null, '', `#/?${place}`);
}
