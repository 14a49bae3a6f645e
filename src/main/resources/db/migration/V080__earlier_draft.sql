-- what a later save took the place of: the last five states of a draft, to be looked at and taken back
alter table draft add begun_at timestamptz;     -- none: begun before this was kept
create table earlier_draft (
    cycle      text not null,
    initiative text not null,
    version    bigint not null,
    content    jsonb not null,
    saved_at   timestamptz not null,
    saved_by   text not null,
    kept_at    timestamptz not null,        -- when a later save took its place
    primary key (cycle, initiative, version),
    foreign key (cycle, initiative) references cycle_initiative
);
