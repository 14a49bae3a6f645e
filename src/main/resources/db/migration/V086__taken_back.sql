-- update: a submission that its coordinators took back before a reviewer took it up; immutable
create table taken_back (
    revision bigint primary key references revision,
    taken_at timestamptz not null,
    taken_by text not null
);
