-- access: a colleague who writes the update of one initiative for a party; the right ends by itself
create table helper (
    id         bigint generated always as identity primary key,
    initiative text not null,
    contact    bigint not null references contact,
    party      bigint not null references party,    -- for whom; once that party no longer coordinates it, nobody helps it
    may_submit boolean not null,
    ends_at    timestamptz not null,                -- the last instant
    asked_at   timestamptz not null,
    asked_by   text not null,
    ended_at   timestamptz,                         -- before that
    ended_by   text,
    check ((ended_at is null) = (ended_by is null))
);
create index helper_contact on helper (contact, initiative);
create index helper_initiative on helper (initiative) where ended_at is null;

-- update: somebody is to take an initiative over; an answer is never changed
create table hand_over (
    id          bigint generated always as identity primary key,
    cycle       text not null,
    initiative  text not null,
    party       bigint references party,            -- which party takes it over; none: a colleague in the same party, or one that the register lacks
    new_party   text,                               -- what the register lacks is called so
    name        text not null,                      -- the successor
    email       text not null,
    reason      text not null,
    asked_at    timestamptz not null,
    asked_by    text not null,
    outcome     text check (outcome in ('confirmed', 'refused', 'not-needed')),     -- none: it waits for the AES
    answered_at timestamptz,
    answered_by text,
    answer      text,                               -- why it is refused
    foreign key (cycle, initiative) references cycle_initiative,
    check (party is null or new_party is null),
    check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null))
);
create unique index hand_over_open on hand_over (cycle, initiative) where outcome is null;
