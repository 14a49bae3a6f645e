/** The secretariat sends the requests before their date. */
import { addressees, ofMails } from './addressees.js';
import { get, path, post } from './api.js';
import { confirm } from './asking.js';
import { deadlines, instantAt } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { leadsOf } from './lead.js';

export async function mount(element, { cycle, host }) {
  const [{ title, zone, request, deadline }, leads] = await Promise.all([get(path`/api/cycles/${cycle}`), leadsOf(cycle)]);
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${title} (${cycle}). The requests go out by themselves on ${deadlines(instantAt(request, '09:00', zone), zone)}. You need not do anything.`),
      el('p', {}, el('a', { href: '/desk/roster', target: '_blank' }, 'Who is the contact'), ' shows who has confirmed, who is silent and whom mail does not reach (opens in a new tab).'),
      el('p', {}, 'To send them at once, choose “Send the requests now”.'),
      leads,
    ],
    act: {
      label: 'Send the requests now', done: 'The requests are on their way.',
      run: async () => {
        const people = addressees(ofMails(await get(path`/api/cycles/${cycle}/requests`)));
        return (await confirm(shown.notice, 'Send the requests to all coordinators now?', 'Yes, send them',
          el('p', {}, `Then each contact gets one mail that lists all of their initiatives and asks for answers by ${deadlines(deadline, zone)}, and the gathering begins. Mails cannot be called back.`),
          people.element))
          && post(path`/api/cycles/${cycle}/requests`, { leftOut: people.leftOut() });
      },
    },
  });
}
