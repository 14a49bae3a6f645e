-- plan: the one place that says what an initiative was merged into, also by way of a third; none once it is in force again
create index plan_change_merged on plan_change (other) where act = 'merge';
create view merged_into as
with recursive merged (initiative, into_which) as (
    select c.initiative, c.other from plan_change c
    where c.act = 'merge' and c.in_force_at is not null and not exists (
        select from plan_row r join plan_change d on d.id = r.change and d.in_force_at is not null
        where r.initiative = c.initiative and r.standing <> 'ended' and (r.from_day, r.change) > (c.from_day, c.id))
), along (initiative, into_which) as (
    select initiative, into_which from merged
    union select a.initiative, m.into_which from along a join merged m on m.initiative = a.into_which
)
select initiative, into_which from along;
