-- engine: who did what, when, in words that a person can read; never changed, never deleted
create table audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    who      text        not null,          -- the user id, or 'stocktake' for what happens by itself
    act      text        not null,          -- verb and object: 'record meeting'
    subject  text        not null,          -- business key: 'ASEMME9/SOM1', or the register's own words
    before   text,
    after    text
);
create index audit_subject on audit (subject, at);
