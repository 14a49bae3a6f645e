-- notification: what authors of commissioned chapters were reminded of; nobody is told the same twice
create table chapter_reminder (
    cycle   text   not null,
    number  int    not null,
    due     date   not null,                -- the day that counted
    rung    int    not null,                -- days from that day
    contact bigint not null references contact,
    told_at timestamptz not null,
    primary key (cycle, number, due, rung, contact),
    foreign key (cycle, number) references chapter_commission
);
