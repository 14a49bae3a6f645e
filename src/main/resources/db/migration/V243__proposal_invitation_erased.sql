-- cycle.proposal: an invited person who is erased stays as a row without name and address, so that the proposal keeps an author
alter table proposal_invitation add column erased_at timestamptz;
