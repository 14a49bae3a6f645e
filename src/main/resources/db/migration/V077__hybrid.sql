-- cycle: a meeting may be held in a place and online at once
alter table meeting add column hybrid boolean not null default false;
alter table meeting add check (not (hybrid and virtual));
