-- update: what was asked, what is being written, what was submitted
create table update_request (
    cycle       text not null,
    initiative  text not null,
    state       text not null check (state in ('unstaffed', 'requested', 'in-review', 'returned', 'settled')),
    settled_as  text check (settled_as in ('accepted', 'no-update-received', 'draft-not-submitted')),
    asked_at    timestamptz not null,
    settled_at  timestamptz,
    primary key (cycle, initiative),
    foreign key (cycle, initiative) references cycle_initiative,
    check ((state = 'settled') = (settled_as is not null))
);
create index update_request_open on update_request (cycle) where state <> 'settled';
create table draft (
    cycle      text not null,
    initiative text not null,
    version    bigint not null,
    content    jsonb not null,
    saved_at   timestamptz not null,
    saved_by   text not null,
    primary key (cycle, initiative),
    foreign key (cycle, initiative) references cycle_initiative
);
create table revision (                     -- immutable
    id           bigint generated always as identity primary key,
    cycle        text not null,
    initiative   text not null,
    number       int  not null,
    content      jsonb not null,
    submitted_at timestamptz not null,
    submitted_by text not null,
    unique (cycle, initiative, number),
    foreign key (cycle, initiative) references cycle_initiative
);
