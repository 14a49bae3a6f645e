/** The secretariat enters what SOM2 asked to change: the annex line by line, the free chapters, the rest in words. */
import { get, path, post } from './api.js';
import { annexLines, changedLines } from './annex-lines.js';
import { askedChanges } from './asked-changes.js';
import { confirm, refuse } from './asking.js';
import { chaptersOf } from './chapters.js';
import { clock, day } from './dates.js';
import { deskForm } from './desk-form.js';
import { el, heading, panel, paragraphs } from './dom.js';

export async function mount(element, { cycle, host }) {
  const endorsement = await get(path`/api/endorsements/${cycle}`);
  const { title, som2, officials, acceptedSince } = endorsement;
  const { recorded } = som2;
  const chapters = recorded ? await chaptersOf(cycle, { host }) : undefined;
  const lines = annexLines(endorsement, host, recorded);
  const asked = recorded && askedChanges(endorsement, host, { open: recorded, chapters: chapters.all });
  const shown = deskForm(element, host, {
    intro: [
      el('p', {}, `${title} (${cycle}). SOM2 was given `, sealed(cycle, `version ${officials.version}, sealed ${clock(officials.sealedAt)}`),
        '. Enter here what it asked to change. You then seal the version for ministers; nothing in a sealed version changes any more.'),
      meeting(som2),
      heading(host.level, 'The annex: work plan for the next two years', { class: 'st-section-title' }),
      el('p', { class: 'st-help' }, 'The lines are the plans of the accepted updates. Each change is kept at once, with who asked for it. A line you leave alone goes to the ministers as it is.'),
      acceptedSince.length > 0 && panel('note', 'Accepted since this version was sealed', el('p', {}, `${acceptedSince.join(', ')}. The ministers’ report has these updates; their plans are in no line of the annex. Add a line where SOM2 agreed to it.`)),
      lines.element,
      asked && heading(host.level, 'The rest of the report: what was asked', { class: 'st-section-title' }),
      asked && el('p', { class: 'st-help' }, 'The ministers’ version comes with a list of exactly what was asked, here and in the annex. A chapter below changes only if somebody asked for it here, and one that is asked for here has to change.'),
      asked?.element,
      chapters && heading(host.level, 'Foreword and outlook', { class: 'st-section-title' }),
      chapters && el('p', { class: 'st-help' }, 'Change them here where SOM2 asked for it; what you type is saved as you go. The fact sheets are the coordinators’ own words and stay as they are.'),
      chapters?.element,
    ],
    sections: recorded ? [{
      title: 'In words',
      fields: [{
        name: 'asked', kind: 'text', rows: 4, label: 'What else did SOM2 ask to change?',
        help: 'For the record: it is shown again with the adoption, and stands at the end of the list of changes. Leave it empty when there was nothing.',
      }],
    }] : [],
    keptAs: `changes.${cycle}`,
    changed: () => host.setDirty(true),
    act: recorded && {
      label: 'Take in the changes', done: 'The changes are taken in; the version for ministers is being sealed. Next comes “Record adoption”, once the ASEMME is recorded.',
      run: async ({ asked: inWords }) => {
        if (lines.isEditing() || asked.isEditing()) {
          return refuse({ notice: shown.notice, host }, 'Something is still being edited above: keep it, or cancel it.');
        }
        if (!(await chapters.save())) {
          return refuse({ notice: shown.notice, host }, 'The chapters could not be saved: look at the message above them, or try again in a moment.');
        }
        const agreed = await confirm(shown.notice, 'Seal the version for ministers?', 'Yes, seal it',
          el('p', {}, `${changedLines(lines.current())} Foreword and outlook are taken as they stand above; updates accepted since SOM2’s version was sealed are taken into the report too.`),
          el('p', {}, 'This cannot be undone: afterwards report and annex stay as they are.'));
        if (agreed) {
          await post(path`/api/endorsements/${cycle}/changes`, { asked: inWords });
          chapters.done();
        }
        return agreed;
      },
    },
  });
  if (chapters) {
    host.onSave(chapters.save);
    host.onLeave(chapters.leave);
    chapters.offerRemainder();
  }
}

function meeting({ recorded, dropped, held, decisions }) {
  if (dropped) {
    return panel('note', 'SOM2 was dropped', el('p', {}, 'Nobody can have asked for a change there. Choose “Take in the changes” to go on to the ministers with the version as it is.'));
  }
  if (!recorded) {
    return panel('warning', 'SOM2 is not recorded yet', el('p', {}, 'Its changes can be entered once it is: look for the task of SOM2 in your list, record the meeting, then come back here.'));
  }
  return el('details', { class: 'st-plan' }, el('summary', {}, `SOM2 was held on ${day(held)}`),
    decisions ? paragraphs(decisions) : el('p', { class: 'st-nothing' }, 'No decisions were noted.'));
}

/** A link to the sealed versions, which opens beside the task. */
export function sealed(cycle, label) {
  return el('a', { href: path`/reports/${cycle}/sealed`, target: '_blank', rel: 'noopener' }, label);
}
