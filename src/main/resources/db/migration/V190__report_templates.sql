-- report: Word templates that the AES brought; one is never changed, so that an old version is written with it again
create table report_template (
    sha256   text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    name     text not null,                 -- of the file, as it was uploaded
    content  bytea not null,
    added_at timestamptz not null,
    added_by text not null
);

-- report: which one the Word files of a cycle's next versions are written with; the last choice holds
create table report_template_choice (
    cycle     text not null references cycle,
    number    int  not null,
    sha256    text references report_template,          -- none: the house's own
    chosen_at timestamptz not null,
    chosen_by text not null,
    primary key (cycle, number)
);
create trigger report_template_stays before update or delete or truncate on report_template
    for each statement execute function refuse_change();
create trigger report_template_choice_stays before update or delete or truncate on report_template_choice
    for each statement execute function refuse_change();
