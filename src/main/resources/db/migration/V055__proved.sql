-- notification: which claim each line fulfils, what the server answered to whom
alter table mail_line
    add column ladder  text,                -- of the claim it fulfils; none: it needs none, such as 'digest' and 'accepted'
    add column counted date;                -- that claim's deadline; the rest of its key is in the line and its mail
update mail_line l set ladder = c.ladder, counted = c.deadline
from mail m, claim c
where m.id = l.mail and c.cycle = m.cycle and c.contact = m.contact
  and c.initiative = coalesce(l.initiative, l.about) and c.round = l.round and c.rung = coalesce(l.rung, 0)
  and c.ladder = case when l.kind = 'request' and l.initiative is null then 'inform' else l.kind end
  and c.deadline = coalesce(l.deadline, c.deadline)
  and not c.skipped and c.claimed_at between m.queued_at and greatest(m.queued_at, m.bundled_at);
alter table delivery_attempt
    add column recipient text,              -- none: before this was kept
    add column answer    text;              -- of an attempt whose outcome is 'sent': the server's words
create index mail_moment on mail ((coalesce(sent_at, queued_at)), id);
create index mail_line_initiative on mail_line (coalesce(initiative, about));
