-- update: what came after its day, and what the AES took in after the gathering
alter table revision add column late boolean not null default false;    -- after the end of the day that it was asked for
create table taken_in (                     -- by name, after the gathering
    revision bigint primary key references revision,
    reason   text not null,
    taken_at timestamptz not null,
    taken_by text not null
);
