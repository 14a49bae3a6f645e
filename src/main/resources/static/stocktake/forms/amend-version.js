/** The secretariat amends a version that was objected to, and plans the amended round or goes on without one. */
import { annexLines, changedLines } from './annex-lines.js';
import { get, path, post } from './api.js';
import { askedChanges } from './asked-changes.js';
import { confirm, refuse } from './asking.js';
import { chaptersOf } from './chapters.js';
import { deskForm } from './desk-form.js';
import { el, heading, panel, paragraphs } from './dom.js';
import { sealed } from './take-in-changes.js';

export async function mount(element, { cycle, host }) {
  const [endorsement, objection] = await Promise.all([get(path`/api/endorsements/${cycle}`), get(path`/api/endorsements/${cycle}/objection`)]);
  const chapters = await chaptersOf(cycle, { host });
  const lines = annexLines(endorsement, host, true);
  const asked = askedChanges(endorsement, host, { open: true, chapters: chapters.all });
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${endorsement.title} (${cycle}). An objection has stopped round ${objection.round} on `, sealed(cycle, `version ${objection.version}`),
        '. Enter here what is to be otherwise, each with who asked. You then seal an amended version; it comes with the list of these changes.'),
      panel('warning', 'What was said in the round', ...objection.said.map(({ partner, says, text }) => el('div', {}, el('p', {}, el('strong', {}, `${partner} ${says}`)), text && paragraphs(text)))),
      heading(host.level, 'The annex: work plan for the next two years', { class: 'st-section-title' }),
      lines.element,
      heading(host.level, 'The rest of the report: what was asked', { class: 'st-section-title' }),
      el('p', { class: 'st-help' }, 'A chapter below changes only if somebody asked for it here, and one that is asked for here has to change.'),
      asked.element,
      heading(host.level, 'Foreword and outlook', { class: 'st-section-title' }),
      chapters.element,
    ],
    sections: [{
      title: 'How it goes on',
      fields: [
        { name: 'asked', kind: 'text', rows: 3, label: 'What else was asked to change?', help: 'It stands at the end of the list of changes. Leave it empty when there was nothing.' },
        { name: 'further', kind: 'choice', required: true, label: 'Is there an amended round?', options: { yes: `Yes, with the ${objection.members} members of the last`, no: 'No: the amended version goes to the ministers as it is' } },
        { name: 'opensOn', kind: 'date', label: 'Opens on' },
        { name: 'opensAt', kind: 'line', width: 'short', label: 'at', help: 'The hour, such as 09:00' },
        { name: 'closesOn', kind: 'date', label: 'Closes on' },
        { name: 'closesAt', kind: 'line', width: 'short', label: 'at (close)', help: 'The hour, such as 18:00' },
        { name: 'zone', kind: 'line', label: 'Time zone of both hours' },
        { name: 'reminderDays', kind: 'line', width: 'short', label: 'Remind the silent so many days before the close' },
      ],
    }],
    content: { further: 'yes', zone: objection.zone, reminderDays: String(objection.reminderDays) },
    keptAs: `amendments.${cycle}.${objection.version}`,
    changed: () => host.setDirty(true),
    act: {
      label: 'Seal the amended version', done: 'The amended version is being sealed.',
      run: async (typed) => {
        if (lines.isEditing() || asked.isEditing()) {
          return refuse({ notice: shown.notice, host }, 'Something is still being edited above: keep it, or cancel it.');
        }
        if (!(await chapters.save())) {
          return refuse({ notice: shown.notice, host }, 'The chapters could not be saved: look at the message above them, or try again in a moment.');
        }
        const further = typed.further === 'yes';
        const agreed = await confirm(shown.notice, 'Seal the amended version?', 'Yes, seal it',
          el('p', {}, changedLines(lines.current())),
          el('p', {}, further ? 'An amended round opens on it at the hour above; its members are invited again.' : 'No round follows: the version goes to the ministers as it is.'));
        if (agreed) {
          await post(path`/api/endorsements/${cycle}/amendments`, {
            asked: typed.asked, further, zone: typed.zone, reminderDays: typed.reminderDays,
            opens: `${typed.opensOn}T${typed.opensAt}`, closes: `${typed.closesOn}T${typed.closesAt}`,
          });
          chapters.done();
        }
        return agreed;
      },
    },
  });
  host.onSave(chapters.save);
  host.onLeave(chapters.leave);
  chapters.offerRemainder();
}
