-- cycle: a meeting is confirmed, prepared, held, postponed or dropped, and recorded
alter table meeting drop constraint meeting_state_check;
alter table meeting
    add constraint meeting_state_check check (state in ('planned', 'confirmed', 'held', 'dropped')),
    add column prepared_at  timestamptz,
    add column outcome      text check (outcome in ('held', 'postponed', 'dropped')), -- none since it was last confirmed
    add column reason       text,           -- why it was postponed last, or dropped
    add column minutes_at   timestamptz,    -- when it had dealt with the minutes of earlier meetings
    add column partners     int check (partners >= 0),      -- how many were represented; null when not counted
    add column stakeholders int check (stakeholders >= 0),
    add column persons      int check (persons >= 0);
update meeting set outcome = state where state in ('held', 'dropped');

create table minutes (                      -- what a meeting decided on the minutes of an earlier one
    cycle      text not null,
    kind       text not null check (kind <> 'ASEMME'),
    at_cycle   text not null,               -- the meeting that decided
    at_kind    text not null check (at_kind <> 'ASEMME'),
    adopted    boolean not null,            -- if not, the next meeting decides again
    decided_at timestamptz not null,
    decided_by text not null,
    primary key (cycle, kind, at_cycle, at_kind),
    foreign key (cycle, kind) references meeting,
    foreign key (at_cycle, at_kind) references meeting
);
create unique index minutes_are_adopted_once on minutes (cycle, kind) where adopted;
