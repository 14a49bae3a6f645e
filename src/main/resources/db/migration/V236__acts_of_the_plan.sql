-- how often something was done from a cycle's mail plan: whoever looks at one that was kept asks for it
create index audit_plan_acts on audit (split_part(subject, '/', 1)) where act in ('hold mail', 'release mail', 'send mail now');
