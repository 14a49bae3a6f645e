/** Members of the reviewing body comment on a proposal; one of them records its advice. */
import { get, path, post } from './api.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { dueBy, reading } from './proposal-reading.js';

const ADVICE = { recommend: 'Recommend it', 'with-changes': 'Recommend it with changes', 'do-not-recommend': 'Do not recommend it' };

export async function mount(element, place) {
  const { initiative: id, host } = place;
  const address = path`/api/proposals/${id}`;
  const view = await get(address);
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${dueBy(view)} Every member may comment; one advice is recorded for all, and the task is done with it.`),
      ...reading(view, host.level),
    ],
    sections: [{ title: 'The advice', fields: [
      { name: 'advice', kind: 'select', label: 'What the Standing Working Group advises', help: 'Needed only to record the advice', options: ADVICE },
      { name: 'words', kind: 'text', rows: 5, required: true, label: 'Reasons, or your comment', help: 'The proposer reads the reasons of the advice; a comment stays within the Standing Working Group and the secretariat' },
    ] }],
    keptAs: `give-advice.${id}.${view.number}`,
    act: { label: 'Record the advice', done: 'The advice is recorded. A meeting decides next.', run: (said) => post(`${address}/advice`, said) },
    others: [{ label: 'Only comment', run: async () => {
      if (await shown.runAs((said) => post(`${address}/comments`, { words: said.words }))) {
        await mount(element, place);
        host.setStatus('Your comment is there; the task stays open.', 'done');
      }
      return false;
    } }],
  });
}
