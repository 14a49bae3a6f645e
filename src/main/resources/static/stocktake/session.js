// Loaded by each Camunda application (config.js, customScripts). Where the application would show its own log-in form,
// the person goes to ours: after a session that ran out back to the same task, after signing out to a clean sign-in page.
const LOG_IN = '#/login';
const SIGNED_OUT = 'STOCKTAKE-SIGNED-OUT';

let place = location.hash.startsWith(LOG_IN) ? '' : location.hash;

function signedOut() {
  return document.cookie.split('; ').some((cookie) => cookie.startsWith(SIGNED_OUT + '='));
}

function look() {
  if (!location.hash.startsWith(LOG_IN)) {
    place = location.hash;
  } else if (signedOut()) {
    document.cookie = SIGNED_OUT + '=; Path=/; Max-Age=0; SameSite=Lax';
    location.replace('/login?signed-out');
  } else {
    history.replaceState(null, '', location.pathname + location.search + place);
    location.reload();
  }
}

addEventListener('hashchange', look);
look();
