-- update: what an accepted update says against the plan's own row is a proposal for the plan, too
alter table plan_proposal drop constraint plan_proposal_kind_check;
alter table plan_proposal add constraint plan_proposal_kind_check
    check (kind in ('nothing-to-report', 'concluded', 'merged', 'not-ours', 'corrects-row'));

insert into plan_proposal (cycle, initiative, kind, because, revision, said_at, said_by)
select r.cycle, r.initiative, 'corrects-row', btrim(r.content ->> 'planChanges', E' \t\r\n'), r.id, r.submitted_at, r.submitted_by
from update_request u
join revision r on r.cycle = u.cycle and r.initiative = u.initiative
    and r.number = (select max(n.number) from revision n where n.cycle = u.cycle and n.initiative = u.initiative
        and not exists (select from taken_back t where t.revision = n.id))
where u.settled_as = 'accepted' and r.content ->> 'planChanges' ~ '\S' and coalesce(r.content ->> 'answer', '') = '';
