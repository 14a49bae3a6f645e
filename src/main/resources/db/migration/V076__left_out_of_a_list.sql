-- notification: who is entered without being invited is not asked either, until somebody releases it
alter table mail_hold drop constraint mail_hold_act_check;
alter table mail_hold add constraint mail_hold_act_check
    check (act in ('hold', 'open cycle', 'send requests', 'move date', 'adopt', 'load contacts'));
-- access: who was entered without being told; an invitation ends it
alter table contact add column not_invited boolean not null default false;
