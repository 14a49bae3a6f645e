-- cycle: one that was run before Stocktake was used, in mail and Word, and is brought in afterwards. Nothing was asked or
-- sent in it: it has the meetings that were held, the work plan that was adopted, and no day of its own
alter table cycle
    drop constraint cycle_kind_check,
    add constraint cycle_kind_check check (kind in ('report', 'completion', 'paper')),
    add constraint cycle_on_paper check (kind <> 'paper'
        or state = 'published' and requested_at is null and closed_at is null and published_at is null);

create table paper_cycle (
    cycle      text primary key references cycle,
    file       text not null,               -- the workbook, as its owner calls it
    brought_at timestamptz not null,        -- the last time; a cycle opened later has begun from it
    brought_by text not null
);
create table paper_text (                   -- what an initiative said last, as the old report has it
    cycle      text not null references paper_cycle,
    initiative text not null,
    text       text not null check (text ~ '\S'),
    primary key (cycle, initiative),
    foreign key (cycle, initiative) references cycle_initiative
);

create view said_earlier as                 -- the one place that says what an initiative said in a cycle, wherever it was run
select r.cycle, r.initiative, r.number, r.content, r.submitted_at, v.given_at, v.given_by, v.reviewed,
       c.opened_at, c.zone, v.given_at as said_at, false as on_paper
from revision r
join verdict v on v.revision = r.id and v.accepted
join cycle c on c.name = r.cycle
union all
select t.cycle, t.initiative, 0, jsonb_build_object('progress', t.text), null, null, null, false,
       c.opened_at, c.zone, cast(m.held_on as timestamp) at time zone c.zone, true
from paper_text t
join cycle c on c.name = t.cycle
join meeting m on m.cycle = t.cycle and m.kind = 'ASEMME';
