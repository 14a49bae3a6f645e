-- review: what the reviewing body said to a revision; immutable
create table verdict (
    revision bigint primary key references revision,
    accepted boolean not null,
    given_at timestamptz not null,
    given_by text not null
);
create table remark (
    revision bigint not null references verdict,
    field    text not null,                 -- the form's field name
    text     text not null,
    primary key (revision, field)
);
