/** The secretariat confirms that somebody else takes an initiative over, or says why not. */
import { get, path, post } from './api.js';
import { attempt, confirm } from './asking.js';
import { clock } from './dates.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';

export async function mount(element, { cycle, initiative, host }) {
  const place = path`/api/updates/${cycle}/${initiative}`;
  const { title, handOver: asked } = await get(`${place}/somebody-else`);
  if (!asked || asked.outcome) {
    host.reset();
    element.replaceChildren(el('p', {}, 'Nothing waits for an answer here any more.'));
    return;
  }
  const takes = `${asked.name}, ${asked.email}, for ${asked.party ?? asked.from}`;
  let shown;
  shown = deskForm(element, host, {
    keptAs: `hand-over.${cycle}.${initiative}`,
    intro: [
      el('p', {}, `${initiative} ${title}: somebody else is to take over.`),
      el('dl', { class: 'st-facts' },
        fact('Hands over', `${asked.askedBy}, for ${asked.from || 'nobody any more'}`), fact('Takes over', takes),
        fact('What', asked.initiatives.join(', ')), fact('Because', asked.reason), fact('Asked', clock(asked.askedAt))),
      asked.lacking && el('p', {}, `The register has no party “${asked.party}”: it is added when you confirm.`),
      el('p', {}, `Once you confirm, ${asked.name} has the draft and all that was said, ${asked.party ? `nobody of ${asked.from} has access any more` : `${asked.askedBy} has no access any more`}, and both are told by mail, as are all others who coordinate it.`),
    ].filter(Boolean),
    sections: [{ title: 'If you do not confirm it', fields: [{ name: 'reason', kind: 'line', label: 'Why not', help: `${asked.askedBy} reads it` }] }],
    act: {
      label: 'Confirm', done: `${asked.name} has taken over; all are told by mail.`,
      run: async () => (await confirm(shown.notice, 'Confirm the hand-over?', 'Yes, confirm', el('p', {}, takes))) && attempt({ form: shown.form, notice: shown.notice, host }, () => post(`${place}/hand-over/confirmation`)),
    },
    others: [{
      label: 'Do not confirm', done: `It stays with ${asked.askedBy}, who is told why.`,
      run: () => attempt({ form: shown.form, notice: shown.notice, host }, () => post(`${place}/hand-over/refusal`, { reason: shown.form.read().reason })),
    }],
  });
}

function fact(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}
