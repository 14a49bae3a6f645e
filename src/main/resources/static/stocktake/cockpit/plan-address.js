/** What somebody looks at in the mail plan stands in the address: it survives a reload, and can be sent to a colleague. */

const ROUTE = '#/mail-plan';
const FIRST = { cycle: '', show: 'coming', day: '', search: '', page: '1' };

/** The address of the plan of a cycle. */
export const planOf = (cycle) => `${ROUTE}?${new URLSearchParams({ cycle })}`;

export function wanted() {
  const named = new URLSearchParams(location.hash.split('?')[1]);
  return Object.fromEntries(Object.entries(FIRST).map(([name, first]) => [name, named.get(name) ?? first]));
}

/** Changes the address, upon which Cockpit shows the page anew; a new choice begins on the first page. */
export function want(changes) {
  const next = { ...wanted(), page: '1', ...changes };
  const named = Object.entries(next).filter(([name, value]) => value !== FIRST[name]);
  location.replace(`${location.pathname}${location.search}${ROUTE}?${new URLSearchParams(named)}`);
}

/** What the interface is asked: all but the cycle, which stands in its path. */
export function query({ cycle, ...rest }) {
  return new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''));
}
