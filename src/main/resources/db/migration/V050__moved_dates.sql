-- cycle: which deadlines hang on a meeting, which version of a day counts, and every move with its reason
alter table deadline
    add column hangs_on    text check (hangs_on in ('ISOM', 'SOM1', 'SOM2', 'ASEMME')), -- none: a date of its own
    add column days_before int,             -- as it was chosen: it falls so many days before the meeting
    add check ((hangs_on is null) = (days_before is null));
alter table meeting add column version int not null default 1;          -- rises with each new planned day
create table date_move (
    cycle      text not null references cycle,
    date       text not null,               -- 'SOM2', or a kind of deadline
    version    int  not null,               -- that counts since
    moved_from date,                        -- none: a meeting without a day
    moved_to   date,                        -- none: a meeting postponed without a day
    because_of text,                        -- the meeting that it hangs on and followed; none: moved itself
    reason     text not null,
    moved_at   timestamptz not null,
    moved_by   text not null,
    primary key (cycle, date, version)
);
-- notification: the day that somebody was told last, in a line that says that it has moved
alter table mail_line add column moved_from date;
-- what stands where it was proposed goes with SOM2, as in cycles opened from now on
update deadline d set hangs_on = 'SOM2', days_before = m.planned_on - d.on_date
from meeting m join cycle c on c.name = m.cycle
where m.cycle = d.cycle and m.kind = 'SOM2' and c.state <> 'published'
and m.planned_on - d.on_date = case d.kind when 'request' then 140 when 'deadline' then 98 when 'freeze' then 70
    when 'reviews' then 56 when 'comments' then 28 else 14 end;
