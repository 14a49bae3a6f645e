-- report: what the AES makes of the contributions to a subgoal, as last saved
create table report_assessment (
    cycle    text not null references cycle,
    subgoal  text not null,
    rating   text check (rating in ('strongly', 'partly', 'little', 'nothing-reported')),   -- none: not chosen yet
    reasons  text not null,
    version  bigint not null,               -- counts the saves
    saved_at timestamptz not null,
    saved_by text not null,
    finished_at timestamptz,                -- its task is done; it may still be changed while the report is edited
    finished_by text,
    primary key (cycle, subgoal),
    check ((finished_at is null) = (finished_by is null)),
    check (finished_at is null or rating is not null)
);

-- report: the chapters of a cycle's report where they are not the usual ones in their usual order
create table report_outline (
    cycle    text not null references cycle,
    chapter  text not null,
    position int  not null,                 -- from 1, those that are left out too
    included boolean not null,
    primary key (cycle, chapter)
);
