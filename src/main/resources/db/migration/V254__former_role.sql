-- access: since when somebody has a role, and whose role was taken from them
alter table contact_role add column given_at timestamptz;   -- none: since they were entered
create table former_role (                  -- of somebody whose account is closed with the role, too
    contact  bigint not null references contact,
    party    bigint not null references party,
    role     text   not null check (role in ('coordinator', 'reviewer', 'secretariat')),
    given_at timestamptz,                   -- as it stood in contact_role
    taken_at timestamptz not null,
    taken_by text   not null,
    primary key (contact, party, role, taken_at)
);
create index former_role_party on former_role (party);
insert into former_role (contact, party, role, taken_at, taken_by)
select distinct c.id, p.id, 'coordinator', a.at, a.who from audit a
join contact c on c.email = a.subject and c.added_at <= a.at and (c.removed_at is null or c.removed_at >= a.at)
join party p on a.before = 'coordinator of ' || coalesce(p.acronym, p.name)
where a.act = 'take role'
on conflict do nothing;
