/** A host proposes when and where a meeting is held; the secretariat confirms it. */
import { post } from './api.js';
import { deskForm } from './desk-form.js';
import { el } from './dom.js';
import { hostedMeeting, hostIntro } from './hosting.js';

export async function mount(element, { cycle, meeting: kind, host }) {
  const hosted = await hostedMeeting(cycle, kind);
  const { shown: { meeting }, said, place } = hosted;
  deskForm(element, host, {
    intro: [...hostIntro(hosted, cycle), el('p', {}, 'What you propose is confirmed by the ASEM Education Secretariat; nobody else is told before.')],
    content: { planned: said.planned ?? meeting.planned, place: said.place ?? meeting.place },
    sections: [{
      title: 'Date and place',
      fields: [
        { name: 'planned', kind: 'date', required: true, label: 'First day' },
        { name: 'place', kind: 'line', label: 'Place', help: 'City and country; empty as long as it is open' },
      ],
    }],
    act: { label: 'Propose date and place', done: 'Your proposal is with the secretariat.', run: (content) => post(`${place}/proposal`, content) },
  });
}
