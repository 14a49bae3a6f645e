-- Who had part in an initiative when a version was sealed, partners or not: the register lives on.
create table sealed_part (
    cycle      text   not null,
    version    int    not null,
    initiative text   not null,
    party      bigint not null references party,
    part       text   not null check (part in ('coordinator', 'host', 'support')),
    primary key (cycle, version, initiative, party, part),
    foreign key (cycle, version) references sealed_version
);
insert into sealed_part (cycle, version, initiative, party, part)
select v.cycle, v.version, k.initiative, k.party, k.role
from sealed_version v join cycle_initiative i on i.cycle = v.cycle join coordination k on k.initiative = i.initiative;
create trigger sealed_part_stays before update or delete or truncate on sealed_part
    for each statement execute function refuse_change();

-- The same as coordinated_by, as it was when the last version of a cycle was sealed.
create view coordinated_when_sealed as
select s.cycle, s.initiative, array_agg(distinct coalesce(p.region, '')) as regions, array_agg(distinct p.kind) as kinds
from sealed_part s join party p on p.id = s.party
where s.part = 'coordinator' and s.version = (select max(v.version) from sealed_version v where v.cycle = s.cycle)
group by s.cycle, s.initiative;
