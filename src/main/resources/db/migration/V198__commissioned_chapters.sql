-- report.chapter: a chapter of the report that the AES asks an author for
create table chapter_commission (
    cycle           text   not null references cycle,
    number          int    not null check (number > 0),    -- counted within the cycle
    title           text   not null,
    behind          text   not null,        -- the key of the chapter that it stands behind
    brief           text   not null,        -- what is asked for
    party           bigint not null references party,
    contact         bigint references contact,             -- the author; none: anybody who speaks for the party
    due             date   not null,        -- the last day, in the cycle's zone
    commissioned_at timestamptz not null,
    commissioned_by text   not null,
    over_as         text check (over_as in ('accepted', 'withdrawn', 'left-out')),
    over_at         timestamptz,
    over_by         text,
    over_because    text,                   -- why it was withdrawn
    primary key (cycle, number),
    check ((over_as is null) = (over_at is null) and (over_as is null) = (over_by is null))
);
create index chapter_commission_party on chapter_commission (party);
create index chapter_commission_contact on chapter_commission (contact);

-- report.chapter: what its author writes, as last saved
create table chapter_draft (
    cycle    text   not null,
    number   int    not null,
    version  bigint not null,               -- counts the saves
    text     text   not null,
    signed   text   not null check (signed in ('party', 'person')),   -- whose name is printed with it
    saved_at timestamptz not null,
    saved_by text   not null,
    primary key (cycle, number),
    foreign key (cycle, number) references chapter_commission
);

-- report.chapter: what was handed in, and what the AES said to it; a text is never changed
create table chapter_handed_in (
    cycle        text not null,
    number       int  not null,
    version      int  not null check (version > 0),        -- counts what was handed in
    text         text not null,
    author       text not null,             -- the name that is printed with it
    handed_in_at timestamptz not null,
    handed_in_by text not null,
    verdict      text check (verdict in ('accepted', 'returned')),
    remark       text,                      -- why it was returned
    decided_at   timestamptz,
    decided_by   text,
    primary key (cycle, number, version),
    foreign key (cycle, number) references chapter_commission,
    check ((verdict is null) = (decided_at is null) and (verdict is null) = (decided_by is null)),
    check (verdict is distinct from 'returned' or remark is not null)
);
