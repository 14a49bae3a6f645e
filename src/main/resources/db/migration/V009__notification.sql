-- notification: what was claimed, what was queued, what was sent
create table claim (                        -- one row: this contact is told this once
    cycle      text not null,
    initiative text not null,
    ladder     text not null,               -- 'request', 'returned', and from the reminders on their own
    round      int  not null,
    rung       int  not null,
    deadline   date not null,
    contact    bigint not null references contact,
    claimed_at timestamptz not null,
    primary key (cycle, initiative, ladder, round, rung, deadline, contact)
);
create table mail (
    id         bigint generated always as identity primary key,
    cycle      text not null,
    contact    bigint not null references contact,
    recipient  text not null,               -- the address at the time of queueing
    state      text not null check (state in ('queued', 'sending', 'sent', 'cancelled', 'failed')),
    queued_at  timestamptz not null,
    process_instance text,
    message_id text unique,
    subject    text,
    text       text,
    html       text,
    sent_at    timestamptz
);
create index mail_without_process on mail (id) where process_instance is null;
create index mail_queued on mail (contact, cycle) where state = 'queued';
create table mail_line (
    mail       bigint not null references mail,
    position   int  not null,
    kind       text not null,               -- 'request', 'returned', …
    initiative text,                        -- none: a line that only informs
    round      int  not null default 0,
    rung       int,
    dropped    boolean not null default false,
    primary key (mail, position)
);
create table delivery_attempt (
    mail    bigint not null references mail,
    number  int not null,
    at      timestamptz not null,
    outcome text not null,                  -- 'sent', or what the server said
    primary key (mail, number)
);
