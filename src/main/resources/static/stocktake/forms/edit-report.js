/** The secretariat reads the compiled draft, writes the free chapters, and finishes editing. */
import { get, path, post, put } from './api.js';
import { confirm } from './asking.js';
import { clock } from './dates.js';
import { deskForm } from './desk-form.js';
import { button, el } from './dom.js';

const PAUSE = 1500;

export async function mount(element, { cycle, host }) {
  const chapters = await get(path`/api/reports/${cycle}/chapters`);
  const saved = Object.fromEntries(chapters.map(({ key, text }) => [key, text ?? '']));
  let timer;

  const save = async () => {
    clearTimeout(timer);
    const now = shown.form.read();
    for (const { key } of chapters) {
      const text = now[key] ?? '';
      if (text !== saved[key]) {
        await put(path`/api/reports/${cycle}/chapters/${key}`, { text });
        saved[key] = text;
      }
    }
    host.setDirty(false);
    host.setStatus(`Saved ${clock(new Date())}`, 'done');
  };
  const trySave = () => save().catch((problem) => {
    host.setStatus(`Not saved: ${problem.message}`, 'error');
    timer = setTimeout(trySave, 10000);
  });

  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, 'The draft is compiled from the accepted updates. Write the free chapters here; everything else comes from the updates.'),
      files(cycle),
      el('p', {}, button('Compile again', () => compile(), 'st-button-light'), ' ', el('span', { class: 'st-help' }, 'takes your chapters and the latest decisions into the draft')),
    ],
    sections: [{
      title: 'Free chapters',
      fields: chapters.map(({ key, title }) => ({ name: key, kind: 'text', rows: 8, label: title, help: 'Leave a line empty to start a new paragraph.' })),
    }],
    content: saved,
    changed: () => {
      host.setDirty(true);
      host.setStatus('Not saved yet …');
      clearTimeout(timer);
      timer = setTimeout(trySave, PAUSE);
    },
    act: {
      label: 'Finish editing', done: 'Editing is finished. The report is published after SOM2 and the ASEMME are recorded.',
      run: async () => {
        await save();
        return (await confirm(shown.notice, 'Finish editing the Stocktaking Report?', 'Yes, it is finished',
          el('p', {}, 'After this the chapters cannot be changed here any more.'))) && post(path`/api/reports/${cycle}/edited`);
      },
    },
  });
  const compile = async () => {
    try {
      await save();
      await post(path`/api/reports/${cycle}/compilation`);
      host.setStatus(`Compiled ${clock(new Date())}: open the draft again to see it.`, 'done');
    } catch (problem) {
      host.setStatus(`Not compiled: ${problem.message}`, 'error');
    }
  };
  host.onSave(trySave);
  host.onLeave(() => clearTimeout(timer) ?? trySave());
}

function files(cycle) {
  const draft = path`/reports/${cycle}/draft`;
  const file = (address, label, download) => el('li', {}, el('a', { href: address, target: '_blank', rel: 'noopener', download }, label));
  return el('ul', { class: 'st-files' }, file(draft, 'Read the draft'), file(`${draft}.docx`, 'Download the draft for Word', true), file(`${draft}.json`, 'Download the draft as data (JSON)', true));
}
