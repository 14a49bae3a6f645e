-- reminders: the ladders of a cycle, the days that moved, what the hourly run has covered, what was not sent
alter table cycle
    add column reminders        int[] not null default '{-28,-14,-7,-1,3,10}',  -- days from the deadline
    add column freeze_reminders int[] not null default '{}';                    -- days from the freeze
alter table deadline
    add column moved_at   timestamptz,      -- none: as the cycle was opened
    add column moved_from date,             -- the day that counted before
    add check ((moved_at is null) = (moved_from is null));
alter table claim add column skipped boolean not null default false;    -- recorded, but nobody was told
alter table mail_line add column deadline date;                         -- the day that the rung counts from
create table reminder_run (                 -- one row: everything due until then is claimed
    only_one      boolean primary key default true check (only_one),
    covered_until timestamptz,              -- none: the first run begins with the first cycle
    ran_at        timestamptz
);
insert into reminder_run (covered_until) select case when exists (select from cycle) then now() end;
create index mail_contact on mail (contact, cycle);
create table digest (                       -- at most one a day for each reader, whatever they are
    contact    bigint not null references contact,
    on_date    date not null,               -- where the reader is
    claimed_at timestamptz not null,
    primary key (contact, on_date)
);
