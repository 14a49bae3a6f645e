-- access: parties, people, what they coordinate, how they sign in
create table party (
    id          bigint generated always as identity primary key,
    name        text not null unique,
    acronym     text unique,
    kind        text not null check (kind in ('partner-country', 'institutional-partner', 'country-group', 'community',
                'stakeholder', 'working-body', 'secretariat', 'other')),
    region      text check (region in ('Asia', 'Europe')),
    country     text,                       -- ISO 3166-1 alpha-2 of a partner country
    partner     boolean not null default false,   -- one of the 51 + 2
    stakeholder boolean not null default false,   -- listed as a stakeholder in the plan
    group_id    text not null unique check (group_id ~ '^[a-z0-9]+$')   -- the engine's group
);

create table contact (
    id       bigint generated always as identity primary key,
    user_id  text not null unique check (user_id ~ '^[a-z0-9]+$'),      -- the engine's user
    name     text not null,
    email    text not null check (email = lower(email)),
    language text not null default 'en',
    zone     text,                          -- IANA name; none: the cycle's zone
    active   boolean not null default true,
    added_at timestamptz not null,
    removed_at timestamptz
);
create unique index contact_email on contact (email) where active;

create table contact_role (                 -- a contact speaks for a party, or belongs to a body
    contact bigint not null references contact,
    party   bigint not null references party,
    role    text   not null check (role in ('coordinator', 'reviewer', 'secretariat')),
    primary key (contact, party, role)
);

create table coordination (                 -- which party does what for which initiative
    initiative text   not null,
    party      bigint not null references party,
    role       text   not null check (role in ('coordinator', 'support', 'host')),
    position   int    not null,
    primary key (initiative, party, role)
);
create index coordination_party on coordination (party);

create table invitation (
    token_hash text primary key,            -- SHA-256, hexadecimal; the token itself is only in the mail
    contact    bigint not null references contact,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
