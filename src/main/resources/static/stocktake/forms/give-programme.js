/** A host says what happens when and where at a meeting. */
import { post } from './api.js';
import { deskForm } from './desk-form.js';
import { hostedMeeting, hostIntro } from './hosting.js';

export async function mount(element, { cycle, meeting: kind, host }) {
  const hosted = await hostedMeeting(cycle, kind);
  deskForm(element, host, {
    intro: hostIntro(hosted, cycle),
    keptAs: `programme.${cycle}.${kind}`,
    content: { text: hosted.said.programme ?? undefined },
    sections: [{ title: 'Programme', fields: [{ name: 'text', kind: 'text', rows: 12, label: 'Programme', help: 'What happens when and where: opening, breaks, visits, dinner. The agenda is the secretariat’s. Leave it empty if there is none' }] }],
    act: { label: 'Save the programme', done: 'The programme is saved.', run: ({ text }) => post(`${hosted.place}/programme`, { text }) },
  });
}
