-- notification: a mail that is queued already, or the digests of a reader, kept until somebody releases it
create table held_back (
    id          bigint generated always as identity primary key,
    mail        bigint references mail,     -- none: the digests of the contact
    contact     bigint references contact,  -- whose digests, in whichever cycle; none: a mail
    reason      text not null,
    held_at     timestamptz not null,
    held_by     text not null,
    released_at timestamptz,
    released_by text,
    check ((mail is null) <> (contact is null)),
    check ((released_at is null) = (released_by is null))
);
create unique index held_back_mail on held_back (mail) where released_at is null;
create unique index held_back_digests on held_back (contact) where released_at is null;
alter table digest add column ahead_of date;    -- the morning that it was sent ahead of; none: on its own
