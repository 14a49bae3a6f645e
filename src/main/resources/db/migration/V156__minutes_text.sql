-- cycle: the minutes of a meeting, as the secretariat drafts them and as its members were sent them
create table minutes_draft (
    cycle    text not null,
    kind     text not null check (kind <> 'ASEMME'),
    version  int  not null,                 -- rises with each save
    text     text not null,
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (cycle, kind),
    foreign key (cycle, kind) references meeting on delete cascade
);
create table minutes_version (              -- immutable
    cycle   text not null,
    kind    text not null,
    number  int  not null check (number > 0),
    text    text not null,
    sent_at timestamptz not null,
    sent_by text not null,
    primary key (cycle, kind, number),
    foreign key (cycle, kind) references meeting on delete cascade
);
create table minutes_remark (
    id          bigint generated always as identity primary key,
    cycle       text not null,
    kind        text not null,
    number      int  not null,              -- on which version
    text        text not null,
    said_at     timestamptz not null,
    said_by     text not null,
    taken       boolean,                    -- no answer yet: none
    because     text,                       -- why not
    answered_at timestamptz,
    answered_by text,
    foreign key (cycle, kind, number) references minutes_version on delete cascade,
    check ((taken is null) = (answered_at is null) and (taken is null) = (answered_by is null)),
    check (coalesce(not taken, false) = (because is not null))
);
create index minutes_remark_meeting on minutes_remark (cycle, kind);
alter table minutes add column version int;     -- which version was decided on; none: it was not written here
