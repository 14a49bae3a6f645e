/** Where an update stands, in one word for coordinators, reviewers and the secretariat alike: in the forms and in Cockpit. */
export const STATES = {
  'not-asked': 'Not asked yet', unstaffed: 'No coordinator yet', requested: 'Asked', draft: 'Draft begun', returned: 'Returned',
  'in-review': 'In review', accepted: 'Accepted', 'no-update-received': 'No update received', 'draft-not-submitted': 'Draft not submitted',
};
