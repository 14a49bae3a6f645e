-- backup: one team of the secretariat passed its open work on to another
create table team_change (
    once      text primary key,             -- of the form that was sent: a second click is the same act
    leaving   text[] not null,              -- the engine's users
    taker     text not null,                -- the engine's user
    reason    text not null,
    passed_on text[] not null,              -- what, in words
    withdrawn text[] not null,              -- whose accounts were closed with it
    made_at   timestamptz not null,
    made_by   text not null
);
