-- notification: what somebody keeps from being mailed; it counts until it is released
create table mail_hold (
    id          bigint generated always as identity primary key,
    cycle       text not null references cycle,
    contact     bigint not null references contact,
    ladder      text not null,              -- as in claim; 'request' holds what informs as well
    initiative  text not null default '',   -- empty: whatever it is about
    round       int  not null default 0,
    rung        int  not null default 0,    -- the day that it counts from may move: the hold goes along
    act         text not null check (act in ('hold', 'open cycle', 'send requests', 'move date', 'adopt')),
    reason      text not null,
    held_at     timestamptz not null,
    held_by     text not null,
    released_at timestamptz,
    released_by text,
    check ((released_at is null) = (released_by is null))
);
create unique index mail_hold_now on mail_hold (cycle, contact, ladder, initiative, round, rung)
    where released_at is null;
