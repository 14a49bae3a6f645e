-- the secretariat proposes other words for a text of an accepted update; its coordinators agree or not
create table wording (
    id           bigint generated always as identity primary key,
    cycle        text not null,
    initiative   text not null,
    field        text not null,             -- where the text stands, such as progress or plans.0.output
    said         text not null,             -- the words that were accepted
    proposed     text not null,
    because      text,                      -- what the secretariat says about it
    proposed_at  timestamptz not null,
    proposed_by  text not null,
    withdrawn_at timestamptz,
    agreed       boolean,                   -- no answer changes nothing
    sentence     text,                      -- what the coordinator says about it
    answered_at  timestamptz,
    answered_by  text,
    became       bigint references revision,
    foreign key (cycle, initiative) references cycle_initiative,
    check ((agreed is null) = (answered_at is null) and (answered_at is null) = (answered_by is null)),
    check (agreed is null or withdrawn_at is null),
    check ((became is not null) = coalesce(agreed, false))
);
create unique index wording_open on wording (cycle, initiative, field) where agreed is null and withdrawn_at is null;
create index wording_became on wording (became);
