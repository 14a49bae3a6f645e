-- the state of which most has gone since the last one that was kept stands beside those: it is kept as soon as a
-- passage of it is gone
alter table earlier_draft alter column kept_at drop not null;
create unique index earlier_draft_mark on earlier_draft (cycle, initiative) where kept_at is null;
