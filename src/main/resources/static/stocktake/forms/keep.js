/** Keeps what is typed into a form that has no draft on the server, in this browser, until it is sent. */

export function keep(name) {
  const key = `stocktake.${name}`;
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(content) {
      try {
        localStorage.setItem(key, JSON.stringify(content));
      } catch {
        // Without storage the form works all the same.
      }
    },
    forget() {
      try {
        localStorage.removeItem(key);
      } catch {
        // Where nothing may be stored nothing was kept.
      }
    },
  };
}
