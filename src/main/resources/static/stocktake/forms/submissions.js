/** What was submitted of an update, with receipts, and the way back as long as no reviewer has taken it up. */
import { get, path, post } from './api.js';
import { attempt } from './asking.js';
import { clock } from './dates.js';
import { button, el, panel } from './dom.js';

const BECAME = { accepted: 'accepted', returned: 'returned with remarks', 'taken-back': 'taken back' };

/** A part of the update's form: empty before anything was submitted. */
export async function submissions({ update, host, notice, again }) {
  const place = path`/api/updates/${update.cycle}/${update.initiative}`;
  const { versions, receipts, mayTakeBack } = await get(`${place}/submissions`);
  return [mayTakeBack && wayBack({ place, last: versions.at(-1), host, notice, again }), versions.length && receipts && list(update, versions)].filter(Boolean);
}

function wayBack({ place, last, host, notice, again }) {
  const take = async () => {
    if (await attempt({ notice, host }, () => post(`${place}/taking-back`, { version: last.number }))) {
      await again();
      host.setStatus('Taken back: it is a draft again. Change it, then submit it again.', 'done');
    } else {
      notice.scrollIntoView({ block: 'start' });
    }
  };
  return panel('note', undefined, el('p', {}, 'No reviewer has taken up your update yet: you can take it back, change it and submit it again.'),
    el('p', { class: 'st-buttons' }, button('Take it back', take)));
}

function list({ cycle, initiative }, versions) {
  return el('details', { class: 'st-plan' }, el('summary', {}, versions.length === 1 ? 'Receipt' : 'Receipts'),
    el('p', { class: 'st-help' }, 'The whole text as it was submitted, with a checksum. All that you have submitted: ', el('a', { href: '/my/updates', target: '_blank' }, 'My submitted updates'), '.'),
    el('ul', {}, versions.map((version) => el('li', {}, `${words(version)}: `, receipt(cycle, initiative, version, 'docx', 'Word'), ', ', receipt(cycle, initiative, version, 'pdf', 'PDF')))));
}

function receipt(cycle, initiative, { number }, ending, name) {
  return el('a', { href: `${path`/i/${cycle}/${initiative}/receipts/${number}`}.${ending}`, 'aria-label': `${name}: receipt of version ${number}` }, name);
}

function words({ number, submittedAt, submittedBy, late, became, becameAt }) {
  const since = becameAt ? `; ${BECAME[became]} ${clock(becameAt)}` : '';
  return `Version ${number}, submitted ${clock(submittedAt)} by ${submittedBy}${late ? ', late' : ''}${since}`;
}
