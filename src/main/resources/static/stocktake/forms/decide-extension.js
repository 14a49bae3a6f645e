/** The secretariat answers coordinators who ask for more time: until when, or why not. */
import { get, path, post } from './api.js';
import { attempt } from './asking.js';
import { clock, day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { grantFields, granting, grantOf, refuseGaps } from './extending.js';

export async function mount(element, { cycle, initiative, host }) {
  const place = path`/api/updates/${cycle}/${initiative}/extension`;
  const { title, zone, due, freeze, said } = await get(place);
  if (!said || said.outcome) {
    host.reset();
    element.replaceChildren(el('p', {}, 'Nothing waits for an answer here any more.'));
    return;
  }
  let shown;
  const refuse = () => ({
    label: 'Refuse', done: 'More time is refused; whoever asked is told why.',
    run: () => attempt({ form: shown.form, notice: shown.notice, host }, () => post(`${place}/refusal`, { reason: shown.form.read().reason })),
  });
  const grant = granting({ host, shown: () => shown, actions: () => [refuse()], whom: () => initiative });
  shown = deskForm(element, host, {
    keptAs: `extension.${cycle}.${initiative}`,
    intro: [
      el('p', {}, `${initiative} ${title}: its coordinators ask for more time.`),
      el('dl', { class: 'st-facts' },
        fact('They ask for', `the end of ${day(said.askedFor)} (${zone})`), fact('Because', said.reason),
        fact('Asked', `${clock(said.askedAt)} by ${said.askedBy}`), fact('Due so far', day(due)), fact('End of gathering', day(freeze))),
      el('p', {}, el('a', { href: path`/i/${cycle}/${initiative}`, target: '_blank' }, 'The update as it stands'), ' (only once a version was submitted)'),
    ],
    sections: [{ title: 'Your answer', fields: grantFields('Whoever asked reads it if you refuse; it is kept either way.') }],
    content: { until: said.askedFor },
    changed: () => grant.forget(),
    act: {
      label: grant.label,
      run: async (answer) => {
        refuseGaps(answer);
        return grant.run({ cycle, initiative, grant: grantOf(answer) });
      },
    },
    others: [refuse()],
  });
}

function fact(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}
