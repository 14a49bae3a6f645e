-- notification: the secretariat is told what does not work, at most once a day over all nodes
create table alert (
    on_date    date primary key,            -- where the secretariat is
    claimed_at timestamptz not null         -- what failed until then is told with it
);
create index mail_unsent on mail (id) where state in ('queued', 'sending');
