-- engine: what the secretariat did by an entry under "Start process"; never changed
create table desk_act (
    id      bigint generated always as identity primary key,
    process text not null,                  -- such as helpCoordinator
    about   text,                           -- the cycle; none: it is about no single cycle
    act     text not null,                  -- verb and object, as the audit has it
    said    text not null,                  -- to whom or what, how and why, in words
    made_at timestamptz not null,
    made_by text not null
);

-- update: a hand-over that the secretariat arranged without being asked; asked_by is then who hands over
alter table hand_over add column arranged_by text;
