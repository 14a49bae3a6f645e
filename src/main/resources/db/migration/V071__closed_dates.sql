-- cycle: days on which somebody is not there; a date that falls on one is a warning, never a refusal
create table closed_date (
    id       bigint generated always as identity primary key,
    from_day date not null,
    to_day   date not null check (to_day >= from_day),
    party    bigint not null references party,          -- whose: a country, an organisation or the secretariat
    reason   text not null,
    added_at timestamptz not null,
    added_by text not null
);
create index closed_date_days on closed_date (from_day, to_day);
