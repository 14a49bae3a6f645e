-- cycle: the work plans that ministers adopted; an earlier one may stand here without its cycle
create table work_plan (
    cycle      text primary key check (cycle ~ '^[A-Za-z0-9-]{1,40}$'),
    title      text not null,
    adopted_on date not null
);
create table adopted_line (                 -- the next cycle asks what became of it
    cycle        text not null references work_plan,
    initiative   text not null,
    position     int  not null,             -- within the initiative, from 1
    activity     text not null,
    period       text,
    output       text,
    result       text,
    contribution text,
    primary key (cycle, initiative, position)
);

-- report: the versions that are sealed, and the one that is published
create table sealed_version (
    cycle     text not null,
    version   int  not null,
    state     text not null check (state in ('for-officials', 'for-ministers')),
    sealed_at timestamptz not null,
    sealed_by text not null,
    primary key (cycle, version),
    unique (cycle, state),
    foreign key (cycle, version) references compiled_report
);
create table sealed_file (
    cycle   text  not null,
    version int   not null,
    name    text  not null check (name in ('report.html', 'report.docx', 'report.json', 'annex.docx')),
    content bytea not null,
    sha256  text  not null,
    primary key (cycle, version, name),
    constraint sealed_file_checksum check (sha256 = encode(sha256(content), 'hex')),
    foreign key (cycle, version) references sealed_version
);
create table publication (
    cycle        text primary key,
    version      int not null,
    published_at timestamptz not null,
    foreign key (cycle, version) references compiled_report
);
insert into publication (cycle, version, published_at)
select cycle, version, compiled_at from compiled_report where published;
alter table compiled_report drop column published;      -- and with it its index

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What stands in % is never changed or removed: % is refused.', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end $$;
create trigger compiled_report_stays before update or delete or truncate on compiled_report
    for each statement execute function refuse_change();
create trigger sealed_version_stays before update or delete or truncate on sealed_version
    for each statement execute function refuse_change();
create trigger sealed_file_stays before update or delete or truncate on sealed_file
    for each statement execute function refuse_change();
create trigger publication_stays before update or delete or truncate on publication
    for each statement execute function refuse_change();

-- endorsement: what senior officials asked to change, what ministers decided
create table annex_change (
    cycle        text not null,
    line         int  not null,             -- its number in the annex put to officials; an added one takes the next
    kind         text not null check (kind in ('changed', 'added', 'struck')),
    initiative   text not null,
    activity     text,
    period       text,
    output       text,
    result       text,
    contribution text,
    asked_by     text not null,             -- who asked for it, in words
    version      int  not null,             -- counts how often it was written
    made_at      timestamptz not null,
    made_by      text not null,
    primary key (cycle, line),
    foreign key (cycle, initiative) references cycle_initiative,
    check (kind = 'struck' or activity is not null)
);
create table changes_taken_in (
    cycle       text primary key references cycle,
    asked       text,                       -- in words; none: nothing but the lines above
    taken_in_at timestamptz not null,
    taken_in_by text not null
);
create table adoption (
    cycle       text primary key,
    version     int not null,               -- the sealed version that was put to ministers
    adopted     boolean not null,
    adopted_on  date,
    reason      text,                       -- why not
    recorded_at timestamptz not null,
    recorded_by text not null,
    foreign key (cycle, version) references sealed_version,
    check (adopted = (adopted_on is not null)),
    check (adopted = (reason is null))
);
