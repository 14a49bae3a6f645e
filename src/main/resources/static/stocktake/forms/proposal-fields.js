/** The fields of a proposal, and which of them each kind of proposal asks for. */
const STAKEHOLDERS = { stakeholder: 'Organisation', community: 'Community or network', other: 'Something else' };

/** `choices` is what the server offers; a register form has one kind, which is chosen already. */
export function fieldsOf({ kinds, initiatives, actions, parties }) {
  return [
    { name: 'kind', kind: 'select', required: true, label: 'What do you propose?', options: kinds },
    { name: 'initiative', kind: 'line', required: true, label: 'Initiative', help: 'Its id, such as A01-I02', suggestions: initiatives },
    { name: 'other', kind: 'line', required: true, label: 'The other initiative', help: 'Into which it is merged, or off which it is split', suggestions: initiatives },
    { name: 'takeOver', kind: 'check', label: 'Its coordinators coordinate the other one, too' },
    { name: 'title', kind: 'line', required: true, label: 'Title' },
    { name: 'action', kind: 'select', required: true, label: 'Action under which it stands', options: Object.fromEntries(Object.entries(actions).map(([number, title]) => [number, `${number} ${title}`])) },
    { name: 'description', kind: 'text', rows: 5, required: true, label: 'What the initiative is about' },
    { name: 'parties', kind: 'text', rows: 3, required: true, label: 'Who coordinates', help: `One in a line, who leads first. Such as: ${parties.join(', ')}` },
    { name: 'milestones', kind: 'text', rows: 5, required: true, label: 'Activities of the next two years', help: 'One in a line' },
    { name: 'outcomes', kind: 'text', rows: 4, required: true, label: 'Expected outputs', help: 'One in a line' },
    { name: 'contribution', kind: 'text', rows: 3, label: 'Contribution to the objectives of the plan' },
    { name: 'name', kind: 'line', required: true, label: 'Name of the stakeholder', help: 'In full' },
    { name: 'acronym', kind: 'line', label: 'Short name', help: 'Leave it empty where there is none' },
    { name: 'partyKind', kind: 'select', required: true, label: 'What it is', options: STAKEHOLDERS },
    { name: 'country', kind: 'line', label: 'Country', help: 'Two letters, as in MT; leave it empty where there is none', width: 'short' },
    { name: 'region', kind: 'select', label: 'Region', none: 'None in particular', options: { Asia: 'Asia', Europe: 'Europe' } },
    { name: 'contact', kind: 'line', required: true, label: 'Contact', help: 'First name and last name of who is to speak for it' },
    { name: 'email', kind: 'line', type: 'email', required: true, label: 'E-mail address of the contact', help: 'Once a meeting has decided, this person is invited to sign in' },
    { name: 'reason', kind: 'text', rows: 4, required: true, label: 'Why you propose this' },
  ];
}

const BRINGS = ['title', 'action', 'description', 'parties', 'milestones', 'outcomes', 'contribution'];
const ASKED = {
  add: BRINGS, split: ['other', ...BRINGS], rename: ['initiative', 'title'], move: ['initiative', 'action'], coordinators: ['initiative', 'parties'],
  merge: ['initiative', 'other', 'takeOver'], suspend: ['initiative'], revive: ['initiative'], end: ['initiative'],
  stakeholder: ['name', 'acronym', 'partyKind', 'country', 'region', 'contact', 'email'],
};

/** Shows what the kind asks for and hides the rest; what stands in hidden fields is kept. */
export function showAsked(form, kind = form.read().kind, besides = ['kind', 'reason']) {
  const asked = [...(ASKED[kind] ?? []), ...besides];
  form.parts.flatMap((part) => part.controls).forEach(({ name, element }) => (element.hidden = !asked.includes(name)));
}

/** What a meeting can decide in other words than were proposed. */
export const decidable = (kind) => (ASKED[kind] ?? []).filter((name) => name !== 'contribution');
