/** The secretariat puts a proposal to the reviewing body, asks it back, or declines it. */
import { get, path, post } from './api.js';
import { deskForm } from './desk-form.js';
import { reading } from './proposal-reading.js';

export async function mount(element, { initiative: id, host }) {
  const address = path`/api/proposals/${id}`;
  const view = await get(address);
  const say = (verdict) => (said) => post(`${address}/check`, { number: view.number, verdict, due: said.due, words: said.words });
  const shown = deskForm(element, host, {
    intro: reading(view, host.level),
    sections: [{ title: 'Your check', fields: [
      { name: 'due', kind: 'date', label: 'Advice wanted by', help: 'The last day for the Standing Working Group, in UTC; needed when you put it to them' },
      { name: 'words', kind: 'text', rows: 4, label: 'Words', help: 'For the Standing Working Group when you put it to them; for the proposer, by mail, when you ask it back or decline it: then they are needed' },
    ] }],
    keptAs: `check-proposal.${id}.${view.number}`,
    act: { label: 'Put it to the Standing Working Group', done: 'The Standing Working Group is asked for its advice.', run: say('pass') },
    others: [other('Ask it back', 'The proposer is asked to correct it.', 'ask-back'), other('Decline it', 'The proposal is declined, and its proposer told.', 'decline')],
  });

  function other(label, done, verdict) {
    return { label, done, run: () => shown.runAs(say(verdict)) };
  }
}
