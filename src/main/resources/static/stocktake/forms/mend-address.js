/** The secretariat gives somebody another address whom mail does not reach, or says that the one they have is right. */
import { get, path, post, put } from './api.js';
import { attempt } from './asking.js';
import { clock } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';

export async function mount(element, { contact, host }) {
  const place = path`/api/contacts/${contact}/reach`;
  const { name, parties, address, since, because, waiting, active } = await get(place);
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `Mail does not reach ${name}${parties ? ` (${parties})` : ''}: a server refused the address for good, so nothing more is sent there. `,
        waits(waiting), ' What is still true by then leaves within a minute or two once you have answered here; nobody else is concerned.'),
      el('dl', { class: 'st-facts' }, fact('Address', address), fact('Since', clock(since)), fact('The server said', because)),
      el('p', {}, el('a', { href: `/desk/mails?person=${encodeURIComponent(address)}`, target: '_blank' }, 'Mails to this address'),
        '. Has the person left? ', el('a', { href: '/desk/contacts', target: '_blank' }, 'Remove the contact'), ' and this task goes by itself.'),
      !active && el('p', {}, 'The contact has been removed: this task goes by itself within a minute.'),
    ],
    sections: [{ title: 'The right address', fields: [{ name: 'email', kind: 'line', label: 'New e-mail address', help: 'They sign in with it from then on.' }] }],
    act: {
      label: 'Save the new address', done: 'The address is mended. What waits leaves within two minutes.',
      run: (said) => put(`${place}/address`, { email: said.email }),
    },
    others: [{
      label: 'The old address is reachable again', done: 'Mail goes to the old address again. What waits leaves within two minutes.',
      run: () => attempt({ form: shown.form, notice: shown.notice, host }, () => post(`${place}/again`)),
    }],
  });
}

function waits(mails) {
  if (mails === 0) {
    return 'No mail waits for them at the moment.';
  }
  return mails === 1 ? 'One mail waits for them.' : `${mails} mails wait for them.`;
}

function fact(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}
