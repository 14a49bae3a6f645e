/** Which cycle somebody looks at, and which concerns, stands in the address. */

export const PATH = '/cycle';
const FIRST = { cycle: '', concern: '' };

export const cyclePageOf = (cycle) => `#${PATH}?${new URLSearchParams({ cycle })}`;

export function wanted() {
  const named = new URLSearchParams(location.hash.split('?')[1]);
  return Object.fromEntries(Object.entries(FIRST).map(([name, first]) => [name, named.get(name) ?? first]));
}

export function want(changes) {
  const named = Object.entries({ ...wanted(), ...changes }).filter(([, value]) => value !== '');
  location.replace(`${location.pathname}${location.search}#${PATH}?${new URLSearchParams(named)}`);
}
