-- report: what is printed where no update was accepted, as the AES chose for each initiative
create table report_missing (
    cycle         text not null,
    initiative    text not null,
    choice        text not null check (choice in ('no-update', 'carried-forward', 'desk-update')),
    words         text,                     -- what is carried forward, as it was accepted; or what the AES writes
    from_cycle    text,                     -- whose accepted revision is carried forward
    from_revision int,
    accepted_at   timestamptz,
    accepted_by   text,                     -- a body
    year          int,                      -- in which it was accepted, in the zone of its cycle
    chosen_at     timestamptz not null,
    chosen_by     text not null,
    primary key (cycle, initiative),
    foreign key (cycle, initiative) references cycle_initiative,
    check ((choice = 'no-update') = (words is null)),
    check ((choice = 'carried-forward') = (from_cycle is not null)),
    check ((from_cycle is null) = (from_revision is null) and (from_cycle is null) = (accepted_at is null)
        and (from_cycle is null) = (accepted_by is null) and (from_cycle is null) = (year is null))
);

-- a desk update that nobody who coordinates it has confirmed is not an answer of theirs
create or replace view entered as
select e.revision,
       'entered by the AES for ' || e.on_behalf
       || case when e.desk then ' as a desk update: not written by those who coordinate it' else '' end
       || case when e.confirmed_at is not null then ', confirmed by them' else '' end as words,
       e.desk and e.confirmed_at is null as desk
from entry e where e.revision is not null;
