-- endorsement: the Chair's Conclusions, as the Chair has them
create table conclusions_text (
    cycle    text not null references cycle,
    number   int  not null,                 -- from 1; of the adopted the last counts
    kind     text not null check (kind in ('draft', 'adopted')),
    name     text not null,
    type     text not null check (type in ('pdf', 'docx')),
    content  bytea not null,
    sha256   text not null,
    added_at timestamptz not null,
    added_by text not null,
    primary key (cycle, number),
    constraint conclusions_text_checksum check (sha256 = encode(sha256(content), 'hex'))
);
create trigger conclusions_text_stays before update or delete or truncate on conclusions_text
    for each statement execute function refuse_change();
create table conclusions_paragraph (        -- which paragraphs speak of which initiative
    cycle      text not null,
    initiative text not null,
    paragraphs text not null,               -- such as '12, 14-15'
    set_at     timestamptz not null,
    set_by     text not null,
    primary key (cycle, initiative),
    foreign key (cycle, initiative) references cycle_initiative
);
