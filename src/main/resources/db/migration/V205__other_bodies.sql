-- access: other processes and bodies, which are never asked for an update and count neither as partners nor as stakeholders
alter table party drop constraint party_kind_check;
alter table party
    add constraint party_kind_check check (kind in ('partner-country', 'institutional-partner', 'country-group', 'community',
        'stakeholder', 'working-body', 'secretariat', 'process', 'other')),
    add check (kind <> 'process' or not (partner or stakeholder));
insert into party (id, name, acronym, kind, group_id)
overriding system value
select b.id, b.name, b.acronym, 'process', 'party' || b.id
from (select nextval(pg_get_serial_sequence('party', 'id')) as id, v.name, v.acronym from (values
    ('Bologna Follow-Up Group', 'BFUG'),
    ('Asia-Pacific Economic Cooperation', 'APEC'),
    ('Organisation for Economic Co-operation and Development', 'OECD'),
    ('Groningen Declaration Network', 'GDN'),
    ('ENIC-NARIC Networks', 'ENIC-NARIC')) as v (name, acronym)
    where not exists (select from party p where v.name in (p.name, p.acronym) or v.acronym in (p.name, p.acronym))) b;

create table also_body (                    -- what the plan lists as a stakeholder and is such a body as well
    acronym text primary key
);
insert into also_body (acronym) values ('ADB'), ('ENQA');
create view other_body as                   -- the one place that says which they are
select p.id, p.name, p.acronym from party p
where p.kind = 'process' or exists (select from also_body b where b.acronym = p.acronym);
