-- cycle: what a meeting deals with: as the secretariat prepares it, and each version that was sent
create table agenda (
    cycle    text not null,
    kind     text not null,
    version  int  not null,                 -- rises with each save
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (cycle, kind),
    foreign key (cycle, kind) references meeting on delete cascade
);
create table agenda_point (
    cycle    text not null,
    kind     text not null,
    position int  not null,
    standing text,                          -- which of the points that every meeting has; none: a point of its own
    title    text not null,
    note     text not null default '',
    minutes  int check (minutes between 1 and 999),
    struck   boolean not null default false,
    primary key (cycle, kind, position),
    foreign key (cycle, kind) references agenda on delete cascade
);
create table agenda_version (               -- immutable
    cycle   text not null,
    kind    text not null,
    number  int  not null check (number > 0),
    made_at timestamptz not null,
    made_by text not null,
    primary key (cycle, kind, number),
    foreign key (cycle, kind) references meeting on delete cascade
);
create table agenda_line (                  -- immutable: points, and the slots that were given by then
    cycle    text not null,
    kind     text not null,
    number   int  not null,
    position int  not null,
    label    text not null,                 -- '3', '3.1'
    title    text not null,
    note     text not null default '',
    minutes  int,
    primary key (cycle, kind, number, position),
    foreign key (cycle, kind, number) references agenda_version on delete cascade
);
alter table announcement add column agenda int;     -- the version that was sent along; none: none was
