-- notification: what was claimed, what was queued, what was sent
create table claim (                        -- one row: this contact is told this once
    cycle      text not null,
    initiative text not null,
    ladder     text not null,               -- 'request', 'inform', 'returned'; the reminders' from the next release on
    round      int  not null,               -- of 'returned': the revision's number; else 0
    rung       int  not null,               -- days from the deadline; 0 where the ladder has no rungs
    deadline   date not null,               -- the cycle's, as it was when the claim was made
    contact    bigint not null references contact,
    claimed_at timestamptz not null,
    primary key (cycle, initiative, ladder, round, rung, deadline, contact)
);
create table mail (
    id         bigint generated always as identity primary key,
    cycle      text,                        -- none: outside any cycle, such as an invitation
    contact    bigint not null references contact,
    recipient  text not null,               -- the address at the time of queueing
    state      text not null check (state in ('queued', 'sending', 'sent', 'cancelled')),
    queued_at  timestamptz not null,
    bundled_at timestamptz not null,        -- lines of the same contact and cycle may join until then
    process_instance text,
    message_id text unique,
    subject    text,                        -- none: the lines have not been bundled yet
    text       text,
    html       text,
    secret     text,                        -- takes the place of {token} as the mail leaves, and is then forgotten
    sending_until timestamptz,              -- by the database's clock: so long the mail belongs to one attempt
    sent_at    timestamptz,
    check ((state = 'sent') = (sent_at is not null)),
    check (state <> 'sent' or secret is null)
);
create index mail_without_process on mail (queued_at, id) where process_instance is null and state = 'queued';
create index mail_queued on mail (contact, cycle) where state = 'queued';
create index mail_cycle on mail (cycle, sent_at);
create table mail_line (
    mail       bigint not null references mail,
    position   bigint generated always as identity,   -- rises within a mail, with gaps
    kind       text not null,               -- 'request', 'returned', 'invitation'
    initiative text,                        -- what the contact is asked to do something about; none: the line only informs
    about      text,                        -- what a line that only informs is about
    round      int  not null default 0,
    rung       int,                         -- none: a kind without rungs
    dropped    boolean not null default false,        -- no longer true when the mail was about to leave
    primary key (mail, position)
);
create table delivery_attempt (
    mail    bigint not null references mail,
    number  int not null,
    at      timestamptz not null,
    outcome text not null,                  -- 'sent', or what the server said
    primary key (mail, number)
);
