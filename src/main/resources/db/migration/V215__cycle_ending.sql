-- cycle: closed by the secretariat before its report was published; nothing more is asked or mailed
alter table cycle
    drop constraint cycle_state_check,
    add constraint cycle_state_check check (state in ('opened', 'gathering', 'closed', 'published', 'ended'));

create table cycle_ending (
    cycle    text primary key references cycle,
    reason   text not null,
    open     text[] not null,               -- what was left open, in words
    ended_at timestamptz not null,
    ended_by text not null
);
