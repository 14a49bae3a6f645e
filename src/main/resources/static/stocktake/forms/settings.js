/** The secretariat's settings: the ladder of a cycle is changed here, the others have pages of their own. */
import { get, path, post } from './api.js';
import { day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el, list, panel, present } from './dom.js';
import { ladderProblems, LADDERS, ladders, ladderSection } from './ladders.js';

const PAGES = [
  ['/desk/templates', 'Templates of the mails', 'each with a preview, from the next mail on'],
  ['/desk/reviewing-body', 'Reviewing body', 'its members, their alternates and chairs'],
  ['/desk/closed-dates', 'Closed dates', 'days on which a date is a warning'],
];

export async function mount(element, { host }) {
  const cycles = await get('/api/settings/ladders');
  const pages = el('div', {}, el('p', {}, 'Other settings have pages of their own:'),
    el('ul', {}, PAGES.map(([address, name, about]) => el('li', {}, el('a', { href: address, target: '_blank' }, name), `, ${about}`))));
  if (!cycles.length) {
    element.replaceChildren(el('p', { class: 'st-reading' }, 'No cycle asks for updates now: the ladder of the next one is chosen when it is opened.'), pages);
    return;
  }
  const place = el('div', {});
  const select = el('select', { id: 'st-ladder-cycle', onchange: () => ladder(place, host, cycles.find(({ name }) => name === select.value)) },
    cycles.map(({ name, title }) => el('option', { value: name }, `${name} ${title}`)));
  element.replaceChildren(...(cycles.length > 1 ? [el('div', { class: 'st-field' }, el('label', { for: select.id }, 'Which cycle'), select)] : []), place, pages);
  await ladder(place, host, cycles[0]);
}

async function ladder(place, host, cycle) {
  const address = path`/api/settings/${cycle.name}/ladder`;
  const days = await get(address);
  let seen;
  const shown = deskForm(place, host, {
    intro: [el('p', {}, `When coordinators of ${cycle.title} (${cycle.name}) are reminded, from now on: what was sent stays sent, and a day that is past is not caught up.`)],
    sections: [ladderSection()],
    content: Object.fromEntries(Object.keys(LADDERS).map((name) => [name, days[name].join(', ')])),
    changed: () => {
      seen = undefined;
      host.setActions([{ label: 'Show what follows', run: () => shown.run() }]);
    },
    act: {
      label: 'Show what follows',
      run: async (said) => {
        const wanted = ladders(said);
        const problems = ladderProblems(wanted);
        if (problems.length) {
          throw Object.assign(new Error('Nothing is changed yet. Please correct:'), { problems });
        }
        if (seen === JSON.stringify(wanted)) {
          await post(address, wanted);
          return true;
        }
        const { before, after, added, gone } = await post(`${address}/preview`, wanted);
        seen = JSON.stringify(wanted);
        host.setActions([{ label: 'Change the ladder', done: `The ladder of ${cycle.name} is changed.`, run: () => shown.run() }]);
        present(shown.notice, panel('note', 'Nothing is changed yet. Read on, then choose “Change the ladder”.',
          el('p', {}, `Reminders to come, as long as nobody answers: ${after.toLocaleString('en-GB')} instead of ${before.toLocaleString('en-GB')}.`),
          added.length > 0 && [el('p', {}, 'New:'), list(added.map(mails))], gone.length > 0 && [el('p', {}, 'No longer sent:'), list(gone.map(mails))]));
        return false;
      },
    },
  });
}

const mails = ({ on, mails: number }) => `${day(on)}: ${number} ${number === 1 ? 'mail' : 'mails'}`;
