-- Cycles were copied from the plan without the objective that each action serves first.
update cycle_initiative i set objective = (
    select min(s.objective) from contribution b join subgoal s on s.number = b.subgoal and s.in_force
    where b.action = i.action and b.confirmed_at is not null)
from cycle y where y.name = i.cycle and y.kind = 'report' and y.state not in ('published', 'ended');
