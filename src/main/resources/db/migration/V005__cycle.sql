-- cycle: its calendar, its meetings, what it asks for
create table cycle (
    name      text primary key check (name ~ '^[A-Za-z0-9-]{1,40}$'),     -- 'ASEMME9'
    title     text not null,
    zone      text not null,                -- IANA; the end of a day is its last instant in this zone
    state     text not null check (state in ('opened', 'gathering', 'closed', 'published')),
    opened_at timestamptz not null,
    opened_by text not null,
    requested_at timestamptz,
    closed_at    timestamptz,               -- the end of gathering
    published_at timestamptz
);
create table deadline (
    cycle   text not null references cycle,
    kind    text not null check (kind in ('request', 'deadline', 'freeze', 'reviews', 'comments', 'papers')),
    on_date date not null,
    hard    boolean not null,
    version int not null default 1,
    primary key (cycle, kind)
);
create table meeting (
    cycle      text not null references cycle,
    kind       text not null check (kind in ('ISOM', 'SOM1', 'SOM2', 'ASEMME')),
    planned_on date,
    place      text,
    virtual    boolean not null default false,
    host       text,
    state      text not null default 'planned' check (state in ('planned', 'held', 'dropped')),
    held_on    date,
    decisions  text,
    recorded_at timestamptz,
    recorded_by text,
    primary key (cycle, kind)
);
create table cycle_question (
    cycle    text not null references cycle,
    position int  not null check (position between 1 and 5),
    text     text not null,
    primary key (cycle, position)
);
create table cycle_initiative (             -- the copy of the plan's row that this cycle asks for
    cycle        text not null references cycle,
    initiative   text not null,
    position     int  not null,
    objective    int,                       -- the first objective its action serves, once confirmed
    action       int  not null,
    action_title text not null,
    title        text not null,
    is_new       boolean not null,
    wording      text not null,
    coordinators text not null,             -- as printed
    programme    text,
    links        text[] not null default '{}',
    milestones   text[] not null default '{}',
    outcomes     text[] not null default '{}',
    primary key (cycle, initiative)
);
create table commitment (                   -- "you said": what the update answers
    cycle      text not null,
    initiative text not null,
    position   int  not null,
    text       text not null,
    source     text not null check (source in ('plan', 'adopted')),
    primary key (cycle, initiative, position),
    foreign key (cycle, initiative) references cycle_initiative
);
