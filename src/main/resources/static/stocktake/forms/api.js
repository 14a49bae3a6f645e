/** Calls our own endpoints: JSON both ways, our CSRF header, errors as {@link Problem}. */

/** What the server answered instead of doing it (RFC 9457), or that it did not answer (status 0). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title);
    this.status = status;
    this.title = body.title;
    this.problems = body.problems || [];
    this.body = body;
  }
}

/** Builds an address; every value is encoded: path`/api/cycles/${name}`. */
export function path(texts, ...values) {
  return texts.reduce((all, text, index) => all + encodeURIComponent(values[index - 1]) + text);
}

export const get = (address) => call('GET', address);
/** `options.match` names the version of the draft that was written on; the server refuses any other. */
export const put = (address, body, options) => call('PUT', address, body, options);
export const post = (address, body, options) => call('POST', address, body, options);
export const remove = (address) => call('DELETE', address);

let me;

/** Who is signed in; asked once per page. */
export function whoAmI() {
  me ??= get('/api/me').catch((problem) => {
    me = undefined;
    throw problem;
  });
  return me;
}

async function call(method, address, body, options = {}) {
  const response = await send(method, address, body, options);
  if (response.redirected && !isJson(response)) {
    throw signedOut();
  }
  if (response.ok) {
    return isJson(response) ? response.json() : undefined;
  }
  throw response.status === 401 ? signedOut() : new Problem(response.status, await explanation(response));
}

async function send(method, address, body, { keepalive = false, match, timeout }) {
  const headers = { Accept: 'application/json, application/problem+json', 'X-STOCKTAKE-CSRF': csrfToken() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (match !== undefined) {
    headers['If-Match'] = `"${match}"`;
  }
  try {
    return await fetch(address, {
      method,
      headers,
      keepalive,
      credentials: 'same-origin',
      signal: timeout && AbortSignal.timeout(timeout),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, {
      title: 'No connection',
      detail: 'The server cannot be reached at the moment. Check your connection; the form keeps what you typed.',
    });
  }
}

async function explanation(response) {
  const body = isJson(response) ? await response.json().catch(() => ({})) : {};
  if (body.detail || body.title) {
    return body;
  }
  return response.status === 403
    ? { title: 'Not allowed', detail: 'You may not do this with the account you are signed in with. Reload the page; if it stays so, ask the secretariat.' }
    : { title: 'Not done', detail: `The server could not do this (${response.status}). Try again in a minute; if it stays so, tell the secretariat.` };
}

function signedOut() {
  return new Problem(401, {
    title: 'Signed out',
    detail: 'Your session has ended. Sign in again in another tab, then come back: the form keeps what you typed.',
  });
}

function isJson(response) {
  return (response.headers.get('Content-Type') || '').includes('json');
}

export function csrfToken() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('STOCKTAKE-CSRF='));
  return cookie ? decodeURIComponent(cookie.slice('STOCKTAKE-CSRF='.length)) : '';
}
