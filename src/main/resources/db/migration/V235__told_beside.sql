-- What the secretariat's pages sort and count by, kept beside what it is put together from: to put it together anew for
-- each page takes longer than anybody waits once there are tens of thousands of initiatives.

create table coordinated_by (                  -- whom an initiative has as coordinators today
    initiative text   primary key,
    names      text   not null,                -- acronyms or names, in the plan's order
    regions    text[] not null,                -- each once; empty text for one without
    kinds      text[] not null                 -- each once
);

create function tell_coordinators(initiatives text[]) returns void language sql as $$
    with today as (
        select c.initiative, string_agg(coalesce(p.acronym, p.name), ', ' order by c.position) as names,
            array_agg(distinct coalesce(p.region, '')) as regions, array_agg(distinct p.kind) as kinds
        from coordination c join party p on p.id = c.party
        where c.role = 'coordinator' and c.initiative = any(initiatives) group by c.initiative
    ), gone as (
        delete from coordinated_by b
        where b.initiative = any(initiatives) and b.initiative not in (select initiative from today)
    )
    insert into coordinated_by select initiative, names, regions, kinds from today order by initiative
    on conflict (initiative) do update set names = excluded.names, regions = excluded.regions, kinds = excluded.kinds
$$;

-- Whoever changes coordinators or parties waits for the other to be done, before the change and so before any row is
-- locked: what is told after it is read anew, with what the other one changed.
create function coordinators_change() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(2350001);
    return null;
end $$;

create function coordination_changed() returns trigger language plpgsql as $$
begin
    perform tell_coordinators(array(select distinct initiative from changed));
    return null;
end $$;

create function coordinator_changed() returns trigger language plpgsql as $$
begin
    perform tell_coordinators(array(select distinct c.initiative
        from changed p join unchanged u on u.id = p.id join coordination c on c.party = p.id
        where c.role = 'coordinator'
        and (p.name, p.acronym, p.region, p.kind) is distinct from (u.name, u.acronym, u.region, u.kind)));
    return null;
end $$;

create trigger coordination_changes before insert or update or delete on coordination
    for each statement execute function coordinators_change();
create trigger coordinator_changes before update on party
    for each statement execute function coordinators_change();
create trigger coordination_added after insert on coordination
    referencing new table as changed for each statement execute function coordination_changed();
create trigger coordination_taken after delete on coordination
    referencing old table as changed for each statement execute function coordination_changed();
create trigger coordination_altered after update on coordination
    referencing new table as changed for each statement execute function coordination_changed();
create trigger coordinator_altered after update on party
    referencing old table as unchanged new table as changed for each statement execute function coordinator_changed();

select tell_coordinators(array(select distinct initiative from coordination));

create table told_last (                       -- when an initiative's people were written to
    cycle       text not null,
    initiative  text not null,
    asked_at    timestamptz,                   -- first
    reminded_at timestamptz,                   -- last
    primary key (cycle, initiative)
);

create function claims_added() returns trigger language plpgsql as $$
begin
    insert into told_last as t
    select cycle, initiative, min(claimed_at) filter (where ladder = 'request'),
        max(claimed_at) filter (where ladder like '%reminder' and not skipped)
    from added where ladder = 'request' or ladder like '%reminder' and not skipped
    group by cycle, initiative order by cycle, initiative
    on conflict (cycle, initiative) do update set asked_at = least(t.asked_at, excluded.asked_at),
        reminded_at = greatest(t.reminded_at, excluded.reminded_at);
    return null;
end $$;

create trigger claims_added after insert on claim
    referencing new table as added for each statement execute function claims_added();

insert into told_last
select cycle, initiative, min(claimed_at) filter (where ladder = 'request'),
    max(claimed_at) filter (where ladder like '%reminder' and not skipped)
from claim where ladder = 'request' or ladder like '%reminder' and not skipped group by cycle, initiative;
