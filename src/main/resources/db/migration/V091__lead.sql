-- update: who submits where several parties coordinate an initiative
create table update_lead (
    cycle       text not null,
    initiative  text not null,
    party       bigint not null references party,
    settled_at  timestamptz,                -- none: the first-named, as proposed
    settled_by  text,
    declined_at timestamptz,                -- they cannot: any coordinator may
    declined_by text,
    primary key (cycle, initiative),
    foreign key (cycle, initiative) references cycle_initiative,
    check ((settled_at is null) = (settled_by is null)),
    check ((declined_at is null) = (declined_by is null))
);

-- the one place that says who leads; an initiative with one coordinator has no lead. Somebody is reached whose address no server has refused
create view lead as
select i.cycle, i.initiative, i.position, i.title, p.party, coalesce(y.acronym, y.name) as label,
       l.settled_at is not null and l.party = p.party as settled,
       l.declined_at is not null and l.party = p.party as declined,
       exists (select from contact_role s join contact c on c.id = s.contact and c.active
           where s.party = p.party and s.role = 'coordinator'
           and not exists (select from unreachable u where u.contact = c.id and u.settled_at is null)) as reached
from cycle_initiative i
left join update_lead l on l.cycle = i.cycle and l.initiative = i.initiative
join lateral (
    select k.party from coordination k where k.initiative = i.initiative and k.role = 'coordinator'
    order by k.party is not distinct from l.party desc, k.position limit 1) p on true
join party y on y.id = p.party
where (select count(*) from coordination k where k.initiative = i.initiative and k.role = 'coordinator') > 1;
