-- update: more time for one initiative, asked for by its coordinators or granted by the AES itself; an answer is never changed
create table extension (
    id          bigint generated always as identity primary key,
    cycle       text not null,
    initiative  text not null,
    asked_for   date,                       -- until when; none: the AES has granted it without being asked
    asked_at    timestamptz,
    asked_by    text,
    reason      text,                       -- why they ask
    outcome     text check (outcome in ('granted', 'refused', 'not-needed')),   -- none: it waits for an answer
    answered_at timestamptz,
    answered_by text,
    answer      text,                       -- what the AES said
    until       date,                       -- the new day, in the cycle's zone
    past_freeze boolean not null default false, -- the AES said that it counts after the freeze too
    foreign key (cycle, initiative) references cycle_initiative,
    check ((asked_at is null) = (asked_for is null) and (asked_at is null) = (reason is null)),
    check ((outcome is null) = (answered_at is null)),
    check (asked_at is not null or outcome = 'granted'),
    check ((outcome is not distinct from 'granted') = (until is not null)),
    check (not past_freeze or until is not null)
);
create unique index extension_open on extension (cycle, initiative) where outcome is null;
create index extension_granted on extension (cycle, initiative, id) where outcome = 'granted';

-- the days of each update that has been asked for: the one place that says how an extension and the cycle's dates go together
create view own_day as
select r.cycle, r.initiative,
       greatest(d.on_date, x.counts_to) as deadline,                        -- D of docs/mail.md
       greatest(f.on_date, x.held_until) as last_day,                       -- nothing can be written after it
       x.counts_to as extended_to,                                          -- none: no extension
       x.held_until                                                         -- none: it closes with the gathering
from update_request r
join cycle y on y.name = r.cycle
join deadline d on d.cycle = r.cycle and d.kind = 'deadline'
join deadline f on f.cycle = r.cycle and f.kind = 'freeze'
left join lateral (                                                         -- the newest word of the AES
    select case when e.past_freeze then e.until else least(e.until, f.on_date) end as counts_to,
           case when e.past_freeze and (y.closed_at is null or e.until >= cast(y.closed_at at time zone y.zone as date))
               then e.until end as held_until
    from extension e
    where e.cycle = r.cycle and e.initiative = r.initiative and e.outcome = 'granted'
    order by e.id desc limit 1) x on true;
