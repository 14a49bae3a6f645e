-- endorsement: what a partner, its ministry or its institutions have to do with a sealed version
create table partner_institution (          -- as the secretariat says; whose name names a partner belongs to it anyway
    party      bigint primary key references party,
    partner    bigint not null references party,
    entered_at timestamptz not null,
    entered_by text not null
);
create view partner_party as                -- the partner itself, and those that belong to it
select id as partner, id as party from party where partner
union
select partner, party from partner_institution
union
select p.id, q.id from party p
join party q on not q.partner and position(
    ' ' || lower(regexp_replace(p.name, '[^[:alnum:]]+', ' ', 'g')) || ' '
    in ' ' || lower(regexp_replace(q.name, '[^[:alnum:]]+', ' ', 'g')) || ' ') > 0
where p.partner and not exists (select from partner_institution i where i.party = q.id);
create table partner_part (                 -- as it was when the version was sealed
    cycle      text   not null,
    version    int    not null,
    partner    bigint not null references party,
    party      bigint not null references party,
    initiative text   not null,
    part       text   not null check (part in ('coordinator', 'host', 'support')),
    primary key (cycle, version, partner, party, initiative, part),
    foreign key (cycle, version) references sealed_version
);
insert into partner_part (cycle, version, partner, party, initiative, part)
select v.cycle, v.version, p.partner, p.party, k.initiative, k.role
from sealed_version v join cycle_initiative i on i.cycle = v.cycle
join coordination k on k.initiative = i.initiative join partner_party p on p.party = k.party;
create trigger partner_part_stays before update or delete or truncate on partner_part
    for each statement execute function refuse_change();
create table partner_seen (                 -- when somebody of a partner first opened its page
    cycle   text   not null,
    version int    not null,
    partner bigint not null references party,
    seen_at timestamptz not null,
    seen_by text   not null,
    primary key (cycle, version, partner),
    foreign key (cycle, version) references sealed_version
);
