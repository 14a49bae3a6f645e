-- cycle: what a meeting decided, as a numbered list that is saved as a whole
create table decision_list (
    cycle    text not null,
    kind     text not null,
    version  int  not null,                 -- rises with each save
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (cycle, kind),
    foreign key (cycle, kind) references meeting on delete cascade
);
create table meeting_decision (
    cycle      text not null,
    kind       text not null,
    number     int  not null check (number > 0),
    text       text not null,
    initiative text,                        -- which one it is about; none: none in particular
    primary key (cycle, kind, number),
    foreign key (cycle, kind) references decision_list on delete cascade
);
