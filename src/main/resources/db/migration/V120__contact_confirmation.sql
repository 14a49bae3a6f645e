-- notification: what a contact said when asked, before a cycle's requests, whether they still are the contact.
-- That they were asked is a claim of the ladder 'confirm'.
create table contact_confirmation (
    cycle       text not null references cycle,
    contact     bigint not null references contact,
    answer      text not null check (answer in ('still', 'now', 'two')),
    name        text not null default '',       -- whom they name: the successor, or the second
    email       text not null default '',
    answered_at timestamptz not null,
    answered_by text not null,                  -- the engine's user
    settled_as  text check (settled_as in ('entered', 'left')),
    settled_at  timestamptz,
    settled_by  text,
    primary key (cycle, contact),
    check ((answer = 'still') = (name = '')),
    check ((name = '') = (email = '')),
    check ((settled_as is null) = (settled_at is null) and (settled_as is null) = (settled_by is null))
);
