-- what was done last from the mail plan: whoever looks at one that was kept asks for it
create index audit_plan_acts on audit (id) where act in ('hold mail', 'release mail', 'send mail now');
