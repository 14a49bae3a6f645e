-- report: a version may be sealed anew for the same readers; what was asked to change comes with it as a file
alter table sealed_version
    drop constraint sealed_version_cycle_state_key,
    drop constraint sealed_version_state_check,
    add column number int not null default 0 check (number >= 0),   -- 0: the first for these readers; else which one after it
    add constraint sealed_version_state_check check (state in ('for-officials', 'for-ministers', 'corrected')),
    add constraint sealed_version_cycle_state_key unique (cycle, state, number);
alter table sealed_file
    drop constraint sealed_file_name_check,
    add constraint sealed_file_name_check
        check (name in ('report.html', 'report.docx', 'report.json', 'annex.docx', 'changes.html'));

create function refuse_late_file() returns trigger language plpgsql as $$
begin
    if not exists (select from sealed_version v where v.cycle = new.cycle and v.version = new.version
            and v.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296) then
        raise exception 'Version % of % is sealed: it gets no more files.', new.version, new.cycle
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger sealed_file_in_time before insert on sealed_file
    for each row execute function refuse_late_file();

-- endorsement: changes are asked of one sealed version and come with the next
alter table annex_change add column of_version int;
update annex_change c set of_version = (select v.version from sealed_version v where v.cycle = c.cycle and v.state = 'for-officials');
alter table annex_change
    alter column of_version set not null,
    drop constraint annex_change_pkey,
    add primary key (cycle, of_version, line),
    add foreign key (cycle, of_version) references sealed_version,
    drop constraint annex_change_kind_check,
    add constraint annex_change_kind_check check (kind in ('changed', 'added', 'struck', 'carried-over'));
alter table changes_taken_in add column of_version int;
update changes_taken_in c set of_version = (select v.version from sealed_version v where v.cycle = c.cycle and v.state = 'for-officials');
alter table changes_taken_in
    alter column of_version set not null,
    drop constraint changes_taken_in_pkey,
    add primary key (cycle, of_version),
    add foreign key (cycle, of_version) references sealed_version;
create table asked_change (                 -- beside the annex
    cycle      text not null,
    of_version int  not null,
    number     int  not null,               -- from 1, never given twice
    about      text not null,               -- 'report', a free chapter's key, or an initiative's id
    text       text not null,
    asked_by   text not null,               -- who asked for it, in words
    added_at   timestamptz not null,
    added_by   text not null,
    taken_back_at timestamptz,              -- entered by mistake
    taken_back_by text,
    primary key (cycle, of_version, number),
    foreign key (cycle, of_version) references sealed_version,
    check ((taken_back_at is null) = (taken_back_by is null))
);

create function refuse_late_change() returns trigger language plpgsql as $$
declare
    touched record;
begin
    touched := case when tg_op = 'DELETE' then old else new end;
    if exists (select from changes_taken_in t where t.cycle = touched.cycle and t.of_version = touched.of_version) then
        raise exception 'The changes of version % of % are taken in: % of % is refused.',
            touched.of_version, touched.cycle, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
    end if;
    return touched;
end $$;
create trigger annex_change_in_time before insert or update or delete on annex_change
    for each row execute function refuse_late_change();
create trigger asked_change_in_time before insert or update or delete on asked_change
    for each row execute function refuse_late_change();
create trigger changes_taken_in_stays before update or delete or truncate on changes_taken_in
    for each statement execute function refuse_change();
