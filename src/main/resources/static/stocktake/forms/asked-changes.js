/** What was asked to change beside the annex: recorded one by one, each with who asked, and taken back. */
import { get, path, post, remove } from './api.js';
import { attempt } from './asking.js';
import { clock } from './dates.js';
import { button, el, paragraphs } from './dom.js';
import { buildForm } from './form.js';

/** The list; `open` says whether something can be recorded. `chapters` are those of the report, as key and title. */
export function askedChanges({ cycle, askedFor, initiatives }, host, { open, chapters }) {
  const element = el('div', { class: 'st-annex' });
  const about = {
    report: 'The report as a whole',
    ...Object.fromEntries(chapters.map(({ key, title }) => [key, title])),
    ...Object.fromEntries(initiatives.map(({ id, title }) => [id, `${id} ${title}`])),
  };
  let asked = askedFor;
  let editing = false;

  function show() {
    editing = false;
    element.replaceChildren(...asked.map(shown), ...asked.length ? [] : [el('p', { class: 'st-nothing' }, 'Nothing is recorded yet.')], ...open ? [adding()] : []);
  }

  async function reload() {
    ({ askedFor: asked } = await get(path`/api/endorsements/${cycle}`));
    show();
    element.querySelector('[data-asking] button')?.focus();
  }

  function shown({ number, about: what, text, askedBy }) {
    const notice = el('div', { class: 'st-notice' });
    const back = button('Take back', async () => {
      if (await attempt({ notice, host }, () => remove(path`/api/endorsements/${cycle}/asked/${number}`))) {
        await reload();
        host.setStatus(`Taken back ${clock(new Date())}`, 'done');
      }
    }, 'st-button-light');
    back.setAttribute('aria-label', `Take back: ${about[what]}, asked for by ${askedBy}`);
    return el('div', { class: 'st-row', 'data-asked': String(number) },
      el('p', {}, el('strong', {}, about[what]), el('span', { class: 'st-change' }, `Asked for by ${askedBy}`)),
      paragraphs(text), notice, open && el('p', { class: 'st-buttons' }, back));
  }

  function adding() {
    const place = el('div', { class: 'st-row', 'data-asking': '' });
    place.append(button('Record what was asked', () => edit(place), 'st-button-light'));
    return place;
  }

  function edit(place) {
    const notice = el('div', { class: 'st-notice' });
    const form = buildForm([{
      title: 'Record what was asked',
      fields: [
        { name: 'about', kind: 'select', required: true, label: 'About', options: about },
        { name: 'text', kind: 'text', rows: 3, required: true, label: 'What was asked to change' },
        { name: 'askedBy', kind: 'line', required: true, label: 'Asked for by', help: 'A partner, a stakeholder or the meeting, such as “Malta” or “SOM2, all partners”' },
      ],
    }], {}, { level: host.level + 1, changed: () => host.setDirty(true) });
    const send = async () => {
      if (await attempt({ form, notice, host }, () => post(path`/api/endorsements/${cycle}/asked`, form.read()))) {
        await reload();
        host.setStatus(`Recorded ${clock(new Date())}`, 'done');
      }
    };
    editing = true;
    place.replaceChildren(notice, form.element, el('p', { class: 'st-buttons' }, button('Record it', send, 'st-button-primary'), button('Cancel', show)));
    place.querySelector('select').focus();
  }

  show();
  return { element, isEditing: () => editing };
}
