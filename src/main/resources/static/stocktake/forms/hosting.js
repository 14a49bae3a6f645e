/** What the steps of a host have in common: where the meeting stands, and for whom it is done. */
import { get, path } from './api.js';
import { el } from './dom.js';
import { introOf, meetingOf } from './meetings.js';

/** The meeting, what its host has said, and where that is sent. */
export async function hostedMeeting(cycle, kind) {
  const place = path`/api/cycles/${cycle}/meetings/${kind}/hosting`;
  const [shown, said] = await Promise.all([meetingOf(cycle, kind), get(place)]);
  return { shown, said, place };
}

export function hostIntro({ shown, said }, cycle) {
  return [introOf(shown, cycle), said.secretariat && el('p', {}, said.host ? `You may do this for ${said.host}, who has the same task.` : 'No party of the register hosts it: this is yours.')];
}
