-- notification: the one entry that a coordinator's calendar has of a cycle, as the last mail gave it
create table calendar_entry (
    cycle       text   not null references cycle,
    contact     bigint not null references contact,
    sequence    int    not null,            -- rises with each change
    on_date     date   not null,            -- the day, in the cycle's zone, by whose end the next update is owed
    initiatives text[] not null,            -- what was owed
    content     text   not null,            -- what the entry says, to see whether it has changed
    cancelled   boolean not null,
    mail        bigint references mail on delete set null,  -- the one that carried it last; none: it has been erased
    primary key (cycle, contact)
);
alter table mail add column calendar text;  -- the iCalendar part; none: it carried none
create table calendar_feed (                -- who of the secretariat reads the calendar from a program
    contact    bigint primary key references contact,
    token_hash text not null unique,        -- SHA-256 of the secret in its address; another one replaces it
    made_at    timestamptz not null
);
