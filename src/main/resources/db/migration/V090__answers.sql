-- update: what coordinators answer in place of an update means something for the plan; the AES sees it and says when it has
create table plan_proposal (
    id         bigint generated always as identity primary key,
    cycle      text not null,
    initiative text not null,
    kind       text not null check (kind in ('nothing-to-report', 'concluded', 'merged', 'not-ours')),
    into_which text,                        -- the initiative that this one was merged into
    because    text not null,               -- in the words of who answered
    revision   bigint unique references revision,   -- the accepted answer; none: it was not reviewed
    party      bigint references party,     -- who says that it is not theirs
    said_at    timestamptz not null,
    said_by    text not null,
    settled_at timestamptz,
    settled_by text,
    settled_as text,                        -- what the AES did about it, in its words
    foreign key (cycle, initiative) references cycle_initiative,
    check ((kind = 'merged') = (into_which is not null)),
    check ((kind = 'not-ours') = (revision is null) and (kind = 'not-ours') = (party is not null)),
    check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_as is null))
);
create index plan_proposal_open on plan_proposal (said_at) where settled_at is null;
