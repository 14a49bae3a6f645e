-- notification: whom the AES may write to above a party, and what it decided in each cycle; an outcome is never changed
create table superior (
    party      bigint primary key references party,
    name       text not null,
    email      text not null check (email = lower(email)),      -- they have no account
    entered_at timestamptz not null,
    entered_by text not null
);
create table escalation (                   -- one row for each party and cycle, whatever came of it
    cycle      text not null references cycle,
    party      bigint not null references party,
    raised_at  timestamptz not null,
    process_instance text,                  -- of escalate; none: not started yet
    outcome    text check (outcome in ('sent', 'softened', 'held', 'not-needed')),     -- none: it waits for the AES
    decided_at timestamptz,
    decided_by text,
    reason     text,                        -- why it is held
    subject    text,                        -- as the AES sends it
    words      text,
    mail       bigint references mail,
    primary key (cycle, party),
    check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
    check ((outcome is not distinct from 'held') = (reason is not null)),
    check ((outcome is not null and outcome in ('sent', 'softened')) = (subject is not null)),
    check ((subject is null) = (words is null))
);
create index escalation_open on escalation (raised_at) where outcome is null;
-- a mail to somebody who stands in no register of contacts: a superior
alter table mail alter column contact drop not null;
alter table mail add column addressee text;     -- how they are called; none: the contact's name
alter table mail add check ((contact is null) = (addressee is not null));
