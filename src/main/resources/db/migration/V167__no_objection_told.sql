-- notification: one mail may tell somebody who speaks for two members; what was told is said in words, and the mails of
-- a no-objection round are claimed like all others, so that they can be held and sent ahead
alter table no_objection_told drop constraint no_objection_told_pkey;
alter table no_objection_told add column what text;
update no_objection_told set what = case when rung = 0 then 'invited' else 'reminded' end;
alter table no_objection_told
    alter column what set not null,
    add check (what in ('invited', 'reminded', 'stopped', 'prolonged', 'called-off')),
    drop column rung,
    add primary key (mail, party);
create index no_objection_told_round on no_objection_told (cycle, round, contact);

insert into claim (cycle, initiative, ladder, round, rung, deadline, contact, claimed_at)
select t.cycle, 'report', case t.what when 'invited' then 'no-objection' else 'no-objection-reminder' end, t.round, 0,
       cast(r.closes_at at time zone r.zone as date), t.contact, t.told_at
from no_objection_told t join no_objection_round r on r.cycle = t.cycle and r.number = t.round
on conflict do nothing;
update mail_line l
set round = t.round, about = 'report', ladder = case t.what when 'invited' then 'no-objection' else 'no-objection-reminder' end,
    kind = case t.what when 'invited' then 'no-objection' else 'no-objection-reminder' end
from no_objection_told t
where t.mail = l.mail and l.kind = 'no-objection';
