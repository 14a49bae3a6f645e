-- who reviews what, and what nobody reviewed
alter table verdict add column reviewed boolean not null default true;  -- false: taken as received
alter table verdict add column reason text;                             -- why it was taken as received
alter table verdict add constraint verdict_as_received check (reviewed or accepted and reason is not null);

create table review_duty (                  -- to whom the updates of a cycle are dealt out
    cycle      text not null,
    initiative text not null,
    reviewer   bigint not null references contact,
    dealt_at   timestamptz not null,
    begun_at   timestamptz,                 -- when the reviewer opened it
    primary key (cycle, initiative),
    foreign key (cycle, initiative) references cycle_initiative
);
create index review_duty_reviewer on review_duty (cycle, reviewer);
