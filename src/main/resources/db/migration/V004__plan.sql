-- plan: the Action Plan as it stands
create table plan_document (
    id        int primary key check (id = 1),
    title     text not null,
    version   text not null,
    dated     text not null,
    wording   text not null check (wording in ('adopted', 'summary')),
    checksum  text not null,                -- of what it says, not of the file's bytes
    loaded_at timestamptz not null
);
create table objective (
    number   int primary key,
    title    text not null,
    in_force boolean not null default true
);
create table subgoal (
    number    text primary key,             -- '1.1'
    objective int  not null references objective,
    text      text not null,
    in_force  boolean not null default true
);
create table action (
    number   int primary key,
    title    text not null,
    in_force boolean not null default true
);
create table programme (                    -- one programme may stand under several actions
    key   text primary key,
    title text not null
);
create table initiative (
    id        text primary key,             -- 'A01-I01'
    action    int  not null references action,
    position  int  not null,                -- within the plan, from 1
    key       text,
    programme text references programme,
    title     text not null,
    details   text[] not null default '{}',
    is_new    boolean not null,
    bracket   text,                         -- the plan's own words in brackets
    names_coordinator boolean not null default true, -- none: whoever coordinates was found later and survives a reload
    links     text[] not null default '{}',
    in_force  boolean not null default true
);
create table milestone (
    initiative text not null references initiative,
    position   int  not null,
    text       text not null,
    primary key (initiative, position)
);
create table expected_outcome (
    initiative text not null references initiative,
    position   int  not null,
    text       text not null,
    primary key (initiative, position)
);
create table contribution (                 -- a proposal until the AES has confirmed it
    action       int  not null references action,
    subgoal      text not null references subgoal,
    confirmed_at timestamptz,
    confirmed_by text,
    primary key (action, subgoal)
);
create table secretariat_term (             -- who ran the secretariat, from when to when
    position int primary key,
    text     text not null
);
create table supporting_structure (
    party            bigint primary key references party,
    position         int not null default 1,
    funding_partners text[] not null default '{}'
);
