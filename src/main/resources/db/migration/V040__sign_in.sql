-- sign-in: links for a new password, what wrong passwords have cost, devices that people signed in from
create table password_reset (
    token_hash text primary key,            -- SHA-256, hexadecimal; the token itself is only in the mail
    contact    bigint not null references contact,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_reset_contact on password_reset (contact);
create table sign_in_budget (
    key  text primary key,                  -- SHA-256 of what is limited: neither an account nor an address stands here
    used double precision not null,         -- attempts, less what has been regained until then
    at   timestamptz not null
);
create index sign_in_budget_at on sign_in_budget (at);
create table known_device (                 -- this person signed in with a password from this browser
    token_hash text not null,
    user_id    text not null,
    used_at    timestamptz not null,
    primary key (token_hash, user_id)
);
create index known_device_user on known_device (user_id);
alter table contact
    add column sessions_ended int not null default 0;   -- how often all sessions of the person were ended; a session remembers the number it began with
