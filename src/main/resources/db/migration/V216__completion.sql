-- cycle: a round that completes a draft of a plan. It asks like a cycle, has no meetings and no report
alter table cycle
    add column kind text not null default 'report' check (kind in ('report', 'completion')),
    drop constraint cycle_state_check,
    add constraint cycle_state_check
        check (state in ('opened', 'gathering', 'closed', 'published', 'ended', 'completed'));

create table completion (
    cycle  text primary key references cycle,
    number int not null generated always as identity unique,   -- its initiatives begin with it: 'C3-D01-I01'
    file   text not null,                   -- what its owner calls the draft
    plan   text not null                    -- the draft, as a plan file in YAML
);
create table placeholder (                  -- a line of the draft that waits for words
    cycle       text not null references completion,
    position    int  not null,              -- in the draft's order, from 1
    initiative  text not null,              -- the row of the cycle that asks for it, with others of one initiative and party
    line        int  not null,              -- among these, from 1
    in_plan     text not null,              -- the draft's initiative
    field       text not null check (field in ('title', 'details', 'bracket', 'activities', 'outcomes')),
    field_line  int  not null,              -- the line of the field, from 1
    words       text not null,              -- the whole line
    names       text not null,              -- whom it names, in its words; may be empty
    primary key (cycle, position),
    unique (cycle, initiative, line),
    foreign key (cycle, initiative) references cycle_initiative
);
create table completed_plan (               -- the new version, made once all answers are in
    cycle     text primary key references completion,
    version   text not null,
    dated     text not null,
    plan      text not null,                -- as a plan file in YAML
    filled    int  not null,                -- placeholders with words in their place
    left_out  int  not null,                -- whose line is left out
    stay_open int  not null,                -- that stay
    in_force  boolean not null,             -- loaded as the plan in force at once
    made_at   timestamptz not null,
    made_by   text not null
);
