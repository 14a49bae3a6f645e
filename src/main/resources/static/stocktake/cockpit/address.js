/** What somebody looks at stands in the address: it survives a reload, and can be sent to a colleague. */

const ROUTE = '#/dashboard';
const FIRST = { cycle: '', search: '', state: '', overdue: '', objective: '', region: '', kind: '', sort: 'initiative', order: 'ascending', page: '1', columns: '' };

/** What the address asks for; what it does not name is as at the first visit. */
export function wanted() {
  const named = new URLSearchParams(location.hash.split('?')[1]);
  return Object.fromEntries(Object.entries(FIRST).map(([name, first]) => [name, named.get(name) ?? first]));
}

/** Where the initiatives of a cycle are listed that are like that. */
export function listOf(cycle, choice) {
  const named = Object.entries({ cycle, ...choice }).filter(([name, value]) => value !== FIRST[name]);
  return `${ROUTE}?${new URLSearchParams(named)}`;
}

/** Changes the address, which Cockpit and we then hear of; a new choice begins on the first page. */
export function want(changes) {
  const next = { ...wanted(), page: '1', ...changes };
  const named = Object.entries(next).filter(([name, value]) => value !== FIRST[name]);
  location.replace(`${location.pathname}${location.search}${ROUTE}?${new URLSearchParams(named)}`);
}

/** What the interface is asked: all but the cycle, which stands in its path. */
export function query({ cycle, columns, ...rest }) {
  return new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''));
}

const KEPT = 'stocktake-columns';

/** The columns that somebody sees, parted by commas: those of the address, else those this browser keeps; empty for all. */
export function columns() {
  return wanted().columns || localStorage.getItem(KEPT) || '';
}

/** Chooses columns, here and whenever this browser shows the table. */
export function wantColumns(names) {
  localStorage.setItem(KEPT, names);
  want({ columns: names, page: wanted().page });
}

/** Where exactly what is filtered and chosen comes as a file. */
export function fileOf(name, ending) {
  const { cycle, page, ...rest } = { ...wanted(), columns: columns() };
  return `/api/cockpit/cycles/${encodeURIComponent(name)}/initiatives.${ending}?${new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''))}`;
}
