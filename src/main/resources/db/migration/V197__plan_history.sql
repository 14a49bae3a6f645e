-- plan: what became of it, change by change, and each of its rows as it stood from a day on
create table plan_change (
    id            bigint generated always as identity primary key,
    act           text not null check (act in ('load', 'add', 'rename', 'move', 'merge', 'split', 'suspend', 'revive',
                      'end', 'coordinators')),
    initiative    text,                     -- none: a whole plan was loaded
    other         text,                     -- what it was merged into or split from
    from_day      date not null,            -- the first day of UTC on which it is so
    reason        text not null,
    decided_by    text not null,            -- a meeting, or 'secretariat'
    means         text not null,            -- what was changed, in a sentence
    entered_at    timestamptz not null,
    entered_by    text not null,
    in_force_at   timestamptz,              -- none: its day has not come
    called_off_at timestamptz,
    called_off_by text,
    check ((called_off_at is null) = (called_off_by is null)),
    check (in_force_at is null or called_off_at is null)
);
create index plan_change_initiative on plan_change (initiative);
create index plan_change_to_come on plan_change (from_day) where in_force_at is null and called_off_at is null;

create table plan_row (
    initiative text   not null,
    change     bigint not null references plan_change,
    from_day   date   not null,             -- that of the change
    standing   text   not null check (standing in ('in-force', 'suspended', 'ended')),
    action     int    not null,
    position   int    not null,             -- among the rows of its action
    key        text,
    programme  text,
    title      text   not null,
    details    text[] not null,
    is_new     boolean not null,
    bracket    text,
    parties    jsonb  not null,             -- [{name, acronym, kind, role}], who leads first
    milestones text[] not null,
    outcomes   text[] not null,
    links      text[] not null,
    primary key (initiative, change)
);
create index plan_row_as_of on plan_row (initiative, from_day desc, change desc);

create table plan_action (                  -- an action's title from a day on
    number   int    not null,
    change   bigint not null references plan_change,
    from_day date   not null,
    title    text   not null,
    in_force boolean not null,
    primary key (number, change)
);

-- what stands there today begins on the day it was loaded
insert into plan_change (act, from_day, reason, decided_by, means, entered_at, entered_by, in_force_at)
select 'load', (loaded_at at time zone 'UTC')::date, 'This plan was in force before its history began.', 'secretariat',
    title || ', ' || version || ', ' || dated, loaded_at, 'stocktake', loaded_at
from plan_document;
insert into plan_row (initiative, change, from_day, standing, action, position, key, programme, title, details, is_new,
    bracket, parties, milestones, outcomes, links)
select i.id, c.id, c.from_day, case when i.in_force then 'in-force' else 'ended' end, i.action, i.position, i.key,
    i.programme, i.title, i.details, i.is_new, i.bracket,
    coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'acronym', p.acronym, 'kind', p.kind, 'role', k.role)
        order by k.position) from coordination k join party p on p.id = k.party where k.initiative = i.id), '[]'),
    array(select m.text from milestone m where m.initiative = i.id order by m.position),
    array(select o.text from expected_outcome o where o.initiative = i.id order by o.position), i.links
from initiative i cross join plan_change c;
insert into plan_action (number, change, from_day, title, in_force)
select a.number, c.id, c.from_day, a.title, a.in_force from action a cross join plan_change c;
