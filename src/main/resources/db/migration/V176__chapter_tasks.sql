-- report: who writes a free chapter, and by when, where the AES has said so
create table report_chapter_task (
    cycle   text not null references cycle,
    chapter text not null check (chapter in ('foreword', 'outlook')),
    author  text,                           -- the user id of one of the AES; none: any of them
    due     date,                           -- the last day in the cycle's zone; none: with the reviews
    primary key (cycle, chapter)
);
