-- update.contribution: a partner or stakeholder without an initiative that is asked what it does, once in a cycle
create table party_contribution (
    cycle        text   not null references cycle,
    party        bigint not null references party,
    invited_at   timestamptz not null,
    over_as      text check (over_as in ('accepted', 'left-out', 'not-written', 'dropped')),
    over_at      timestamptz,
    over_by      text,
    over_because text,                      -- why it is left out, or nobody asks for it any more
    primary key (cycle, party),
    check ((over_as is null) = (over_at is null) and (over_as is null) = (over_by is null)),
    check (over_as is distinct from 'left-out' or over_because is not null)
);
create index party_contribution_party on party_contribution (party);

-- update.contribution: what is being written, as last saved
create table party_contribution_draft (
    cycle    text   not null,
    party    bigint not null,
    version  bigint not null,               -- counts the saves
    content  jsonb  not null,
    saved_at timestamptz not null,
    saved_by text   not null,
    primary key (cycle, party),
    foreign key (cycle, party) references party_contribution
);

-- update.contribution: what was submitted, and what the AES said to it; its words are never changed
create table party_contribution_submitted (
    cycle        text   not null,
    party        bigint not null,
    version      int    not null check (version > 0),
    activities   text   not null,
    plans        text   not null,
    objectives   int[]  not null,
    submitted_at timestamptz not null,
    submitted_by text   not null,
    verdict      text check (verdict in ('accepted', 'returned', 'left-out', 'taken-back')),
    remark       text,                      -- what to change, or why it is left out
    decided_at   timestamptz,
    decided_by   text,
    primary key (cycle, party, version),
    foreign key (cycle, party) references party_contribution,
    check ((verdict is null) = (decided_at is null) and (verdict is null) = (decided_by is null))
);
