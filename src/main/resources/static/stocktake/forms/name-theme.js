/** A host says under which theme a meeting stands. */
import { post } from './api.js';
import { deskForm } from './desk-form.js';
import { hostedMeeting, hostIntro } from './hosting.js';

export async function mount(element, { cycle, meeting: kind, host }) {
  const hosted = await hostedMeeting(cycle, kind);
  deskForm(element, host, {
    intro: hostIntro(hosted, cycle),
    keptAs: `theme.${cycle}.${kind}`,
    content: { text: hosted.said.theme ?? undefined },
    sections: [{ title: 'Theme', fields: [{ name: 'text', kind: 'line', label: 'Theme', help: 'Leave it empty if the meeting has none' }] }],
    act: { label: 'Save the theme', done: 'The theme is saved.', run: ({ text }) => post(`${hosted.place}/theme`, { text }) },
  });
}
