-- cycle: who takes part in a meeting, as one list that is replaced as a whole
create table participant_list (
    cycle     text not null,
    kind      text not null,
    version   int  not null,                -- rises with each list
    loaded_at timestamptz not null,
    loaded_by text not null,
    primary key (cycle, kind),
    foreign key (cycle, kind) references meeting on delete cascade
);
create table participant (
    cycle    text not null,
    kind     text not null,
    position int  not null,
    party    bigint references party,       -- none: a guest
    name     text not null,
    function text not null default '',
    primary key (cycle, kind, position),
    foreign key (cycle, kind) references participant_list on delete cascade
);
