/** The secretariat enters a person into the register; whatever else is changed there has pages of its own. */
import { get, post } from './api.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';

const PAGES = [
  ['/desk/register', 'The register', 'parties, people and who coordinates'],
  ['/desk/contacts', 'Contacts', 'load a file, invite again, remove somebody'],
  ['/desk/proposals/invitations?subject=register', 'Invite to propose', 'somebody from outside proposes a new stakeholder'],
  ['/desk/superiors', 'Superiors', 'to whom a party that does not answer is escalated'],
];

export async function mount(element, { host }) {
  const parties = await get('/api/register-entry');
  deskForm(element, host, {
    intro: [
      el('p', {}, 'Enter somebody who speaks for a party from now on. Who is new gets an invitation by mail; whom the register knows keeps name and address and speaks for this party, too.'),
      el('p', {}, 'For anything else go to: ', PAGES.flatMap(([address, name, about], index) => [index ? '; ' : '', el('a', { href: address, target: '_blank' }, name), ` (${about})`]), '.'),
    ],
    sections: [{ title: 'The person', fields: [
      { name: 'name', kind: 'line', required: true, label: 'Name', help: 'First name and last name' },
      { name: 'email', kind: 'line', type: 'email', required: true, label: 'E-mail address', help: 'They sign in with it' },
      { name: 'party', kind: 'line', required: true, label: 'For whom they speak', suggestions: parties, help: 'The name or acronym of a party, as in the register' },
    ] }],
    act: {
      label: 'Enter and invite', done: 'The person is entered.',
      run: ({ name, email, party }) => post('/api/register-entry', { name, email, party }),
    },
  });
}
