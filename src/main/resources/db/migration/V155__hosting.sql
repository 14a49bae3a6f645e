-- cycle: a party that hosts a meeting, and what it has said at each of its steps
create table hosting (
    cycle           text not null,
    kind            text not null,
    party           bigint references party,    -- none: nobody of the register hosts it any more
    named_at        timestamptz not null,
    named_by        text not null,
    proposed_on     date,
    proposed_place  text,
    proposed_at     timestamptz,                -- none: it was not said, or not since it was asked for again
    proposed_by     text,
    theme           text,
    theme_at        timestamptz,
    theme_by        text,
    programme       text,
    programme_at    timestamptz,
    programme_by    text,
    participants_at timestamptz,
    participants_by text,
    primary key (cycle, kind),
    foreign key (cycle, kind) references meeting on delete cascade
);
