-- endorsement: what was put right after publication; the last is what is public, all stay reachable
create table correction (
    cycle    text not null references publication,
    number   int  not null check (number > 0),
    version  int  not null,
    note     text not null,
    made_at  timestamptz not null,
    made_by  text not null,
    primary key (cycle, number),
    unique (cycle, version),
    foreign key (cycle, version) references sealed_version
);
create trigger correction_stays before update or delete or truncate on correction
    for each statement execute function refuse_change();
