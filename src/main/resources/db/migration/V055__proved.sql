-- notification: which claim each line fulfils, what the server answered to whom
alter table mail_line
    add column ladder  text,                -- of the claim it fulfils; none: it needs none, such as 'digest' and 'accepted'
    add column counted date;                -- that claim's deadline; the rest of its key is in the line and its mail
update mail_line l set ladder = c.ladder, counted = c.deadline
from mail m, claim c
where m.id = l.mail and c.cycle = m.cycle and c.contact = m.contact
  and c.initiative = coalesce(l.initiative, l.about) and c.round = l.round and c.rung = coalesce(l.rung, 0)
  and c.ladder = case when l.kind = 'request' and l.initiative is null then 'inform' else l.kind end
  and c.deadline = coalesce(l.deadline, c.deadline)
  and not c.skipped and c.claimed_at between m.queued_at and greatest(m.queued_at, m.bundled_at);
alter table delivery_attempt
    add column recipient text,              -- none: before this was kept
    add column answer    text;              -- of an attempt whose outcome is 'sent': the server's words
create index mail_moment on mail ((coalesce(sent_at, queued_at)), id);
create index mail_line_initiative on mail_line (coalesce(initiative, about));
-- notification: whom mail does not reach, since when and why; all that is left is one row without an end
create table unreachable (
    id         bigint generated always as identity primary key,
    contact    bigint not null references contact,
    address    text not null,               -- the one that was refused
    since      timestamptz not null,
    because    text not null,               -- in the server's words
    mail       bigint references mail,      -- the one that was refused; none: it has been erased
    process_instance text,                  -- of mendAddress; none: not started yet
    settled_at timestamptz,                 -- none: mail still does not reach the contact
    settled_as text check (settled_as in ('mended', 'reachable', 'removed')),
    settled_by text,
    check ((settled_at is null) = (settled_as is null)),
    check ((settled_at is null) = (settled_by is null))
);
create unique index unreachable_now on unreachable (contact) where settled_at is null;
create table mail_pace (                    -- one row: when the next mail may leave, where a rate is set
    only_one boolean primary key default true check (only_one),
    next_at  timestamptz                    -- none: at once
);
insert into mail_pace (next_at) values (null);
-- notification: what came back after a server had taken it
create table bounce (
    id         bigint generated always as identity primary key,
    mail       bigint not null references mail,
    report     text not null,               -- the Message-ID of what came back, or else a hash of it
    noted_at   timestamptz not null,
    recipient  text not null,               -- where the mail had been sent
    status     text not null,               -- RFC 3463, such as 5.1.1
    permanent  boolean not null,            -- the address will not take mail tomorrow either
    words      text not null,               -- of the server that refused
    unique (mail, report, status)
);
create table bounce_mailbox (               -- how far a mailbox has been read; nothing in it is changed
    mailbox  text primary key,              -- user, host and folder
    validity bigint not null,               -- UIDVALIDITY: another one means that the numbers begin anew
    last_uid bigint not null
);
