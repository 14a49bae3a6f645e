/** Which history somebody reads stands in the address: it survives a reload, and can be sent to a colleague. */

export const PATH = '/initiative';
const FIRST = { id: '', cycle: '', kind: '' };

/** The address of an initiative's history, in one cycle or in all. */
export const historyOf = (id, cycle = '') => address({ ...FIRST, id, cycle });

export function wanted() {
  const named = new URLSearchParams(location.hash.split('?')[1]);
  return Object.fromEntries(Object.entries(FIRST).map(([name, first]) => [name, named.get(name) ?? first]));
}

/** Changes the address, upon which Cockpit shows the page anew. */
export function want(changes) {
  location.replace(`${location.pathname}${location.search}${address({ ...wanted(), ...changes })}`);
}

function address(choice) {
  return `#${PATH}?${new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== ''))}`;
}
