-- cycle.proposal: whom the AES has invited from outside to propose something, once each
create table proposal_invitation (
    id           bigint generated always as identity primary key,
    name         text   not null,
    organisation text   not null,
    email        text   not null check (email = lower(email)),
    language     text   not null,
    subject      text   not null check (subject in ('plan', 'register')),   -- what they may propose
    words        text   not null,               -- what the AES adds in the mail; may be empty
    sent_at      timestamptz not null,
    sent_by      text   not null,
    last_day     date   not null,               -- of UTC: until then something can be sent for the first time
    withdrawn_at timestamptz,
    withdrawn_by text,
    check ((withdrawn_at is null) = (withdrawn_by is null))
);

-- cycle.proposal: each mail to an invited person has a link of its own, and only its hash is known here
create table proposal_link (
    token_hash text   primary key,
    invitation bigint not null references proposal_invitation,
    made_at    timestamptz not null
);
create index proposal_link_invitation on proposal_link (invitation);

-- cycle.proposal: what somebody proposes for the plan or the register, as last saved
create table proposal (
    id          bigint generated always as identity primary key,
    proposed_by text,                           -- the user id; none: an invited person
    party       bigint references party,        -- for whom they speak; none: an invited person
    invitation  bigint unique references proposal_invitation,
    state       text   not null check (state in ('draft', 'proposed', 'asked-back', 'advising', 'deciding', 'put-off',
                    'decided', 'declined', 'withdrawn')),
    content     jsonb  not null,                -- the form as its proposer left it
    version     bigint not null,                -- counts the saves
    saved_at    timestamptz not null,
    advice_due  date,                           -- of UTC; none: the AES has not asked for advice
    plan_change bigint references plan_change,  -- what came of it
    added_party bigint references party,        -- what came of it
    check ((proposed_by is null) = (invitation is not null)),
    check ((proposed_by is null) = (party is null)),
    check (state = 'decided' or (plan_change is null and added_party is null))
);
create index proposal_proposed_by on proposal (proposed_by);
create index proposal_party on proposal (party);
create index proposal_plan_change on proposal (plan_change);
create index proposal_added_party on proposal (added_party);

-- cycle.proposal: each text that was sent, whole
create table proposal_version (
    proposal bigint not null references proposal,
    number   int    not null check (number > 0),
    content  jsonb  not null,
    sent_at  timestamptz not null,
    primary key (proposal, number)
);

-- cycle.proposal: what was done about a proposal, by whom, in which words
create table proposal_step (
    id       bigint generated always as identity primary key,
    proposal bigint not null references proposal,
    what     text   not null check (what in ('sent', 'asked-back', 'passed', 'declined', 'commented', 'advised',
                 'postponed', 'decided', 'turned-down', 'withdrawn')),
    advice   text   check (advice in ('recommend', 'with-changes', 'do-not-recommend')),
    words    text,
    meeting_cycle text,                         -- the meeting that decided it, or is to decide it
    meeting_kind  text,
    meeting_day   date,                         -- on which it was decided
    made_at  timestamptz not null,
    made_by  text,                              -- the user id; none: the invited person
    foreign key (meeting_cycle, meeting_kind) references meeting on delete set null,
    check ((what = 'advised') = (advice is not null))
);
create index proposal_step_proposal on proposal_step (proposal, id);
create unique index proposal_step_one_end on proposal_step (proposal)
    where what in ('declined', 'decided', 'turned-down', 'withdrawn');
create index proposal_step_meeting on proposal_step (meeting_cycle, meeting_kind);
