-- report: the steps people take, chapters written in versions, the reviewing body's comments and what became of them
create table report_step (                      -- done once, never undone
    cycle   text not null references cycle,
    step    text not null check (step in ('foreword', 'outlook', 'edited', 'commented', 'taken-in')),
    version int  not null,                      -- the draft as it was then
    done_at timestamptz not null,
    done_by text not null,
    primary key (cycle, step),
    foreign key (cycle, version) references compiled_report
);
insert into report_step (cycle, step, version, done_at, done_by)
select cycle, 'edited', version, edited_at, edited_by from report_edited;
drop table report_edited;

alter table report_chapter add column version bigint not null default 1;    -- counts the saves

create table report_form (                      -- what somebody is writing at a form, as last saved
    cycle    text not null references cycle,
    form     text not null,                     -- 'comments/' and the user id, or 'decisions'
    version  bigint not null,                   -- counts the saves
    content  jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (cycle, form)
);
create table report_comment (                   -- immutable
    id      bigint generated always as identity primary key,
    cycle   text not null,
    version int  not null,                      -- the draft that was read
    about   text,                               -- a chapter's or an initiative's id; null: the report in general
    text    text not null,
    made_at timestamptz not null,
    made_by text not null,
    foreign key (cycle, version) references compiled_report
);
create index report_comment_cycle on report_comment (cycle);
create table report_comment_decision (          -- immutable
    comment    bigint primary key references report_comment,
    decision   text not null check (decision in ('taken', 'partly', 'not-taken')),
    reason     text,
    decided_at timestamptz not null,
    decided_by text not null,
    check (decision = 'taken' or reason is not null)
);
