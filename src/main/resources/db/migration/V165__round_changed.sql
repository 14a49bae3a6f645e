-- report: a comment round may close later than was said, and may be called off
alter table report_round
    add column called_off_at      timestamptz,
    add column called_off_because text,
    add check ((called_off_at is null) = (called_off_because is null)),
    add check (called_off_at is null or answered_at is not null);    -- nothing more is expected of anybody
create table report_round_prolonged (
    cycle  text not null,
    round  int  not null,
    number int  not null,                   -- from 1
    had    date not null,                   -- the last day until then
    closes date not null,
    reason text not null,
    at     timestamptz not null,
    by     text not null,
    primary key (cycle, round, number),
    foreign key (cycle, round) references report_round,
    check (closes > had)
);
create trigger report_round_prolonged_stays before update or delete or truncate on report_round_prolonged
    for each statement execute function refuse_change();
