/**
 * Loaded by each of Camunda's applications: tells their style sheet who is working, so that nobody is offered what
 * they may not do. The server decides; this only spares people a refusal. Tasklist shows what is due first on top,
 * until somebody chooses another order.
 */
import { whoAmI } from './forms/api.js';

const DUE_FIRST = [{ sortBy: 'dueDate', sortOrder: 'asc' }, { sortBy: 'nameCaseInsensitive', sortOrder: 'asc' }];

whoAmI().then((me) => {
  document.documentElement.classList.toggle('st-secretariat', me.secretariat === true);
  document.documentElement.classList.toggle('st-reviewer', me.reviewer === true);
}, () => {});

// Until an application has begun it bears the manufacturer's name and sign.
document.title = document.title.replace('Camunda', 'Stocktake');
document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: '/stocktake/icon.svg' }));

const [route, query] = location.hash.split('?');
const place = new URLSearchParams(query);
if (document.querySelector('base').getAttribute('app-name') === 'tasklist' && ['', '#/'].includes(route) && !place.has('sorting')) {
  place.set('sorting', JSON.stringify(DUE_FIRST));
  history.replaceState(null, '', `#/?${place}`);
}
