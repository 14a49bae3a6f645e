-- notification: what the roster was told of a meeting, and what each calendar has of it as the last mail gave it
create table announcement (
    cycle        text not null,
    kind         text not null,
    number       int  not null check (number > 0),      -- 1 announces the meeting, later ones tell of it again
    words        text not null default '',              -- of the secretariat
    announced_at timestamptz not null,
    announced_by text not null,
    primary key (cycle, kind, number),
    foreign key (cycle, kind) references meeting on delete cascade
);
create table meeting_entry (
    cycle     text not null,
    kind      text not null,
    contact   bigint not null references contact,
    sequence  int  not null,                -- rises with each change
    on_date   date,                         -- the day that was told; none: it had none
    content   text not null,                -- what was told, to see whether it has changed
    cancelled boolean not null,             -- taken out of the calendar again
    news      text not null,                -- what the mail below said of it
    was       date,                         -- the day told before that, where it moved
    mail      bigint references mail on delete set null,    -- the one that told it last; none: it has been erased
    primary key (cycle, kind, contact),
    foreign key (cycle, kind) references meeting on delete cascade
);
alter table mail_line add column meeting text;      -- which meeting of the mail's cycle it is about; round: which announcement
