-- cycle: what coordinators want to say at a meeting, and what the secretariat answers
create table slot (
    id            bigint generated always as identity primary key,
    cycle         text not null,
    kind          text not null,
    initiative    text not null,
    title         text not null,
    minutes       int  not null check (minutes between 1 and 240),
    purpose       text not null,
    asked_at      timestamptz not null,
    asked_by      text not null,
    withdrawn_at  timestamptz,
    given         boolean,              -- no answer yet: none
    given_minutes int check (given_minutes between 1 and 240),
    at_words      text,                 -- when in the meeting, as the secretariat puts it
    because       text,                 -- why it is not given
    answered_at   timestamptz,
    answered_by   text,
    foreign key (cycle, kind) references meeting on delete cascade,
    check (given is null or withdrawn_at is null),
    check ((given is null) = (answered_at is null) and (given is null) = (answered_by is null)),
    check (coalesce(given, false) = (at_words is not null) and coalesce(given, false) = (given_minutes is not null)),
    check (coalesce(not given, false) = (because is not null))
);
create unique index slot_open on slot (cycle, kind, initiative) where given is null and withdrawn_at is null;
