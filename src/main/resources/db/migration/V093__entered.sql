-- update: the AES enters an update for those who coordinate it, as it came by mail or as a file; a desk update is the same without a source
create table entry (
    id           bigint generated always as identity primary key,
    cycle        text not null,
    initiative   text not null,
    on_behalf    text not null,             -- who coordinated it when it was begun, as labels
    desk         boolean not null,          -- without a source
    words        text,                      -- the mail that it came in
    file         bigint references update_file,     -- the file that it came as
    begun_at     timestamptz not null,
    begun_by     text not null,
    revision     bigint unique references revision, -- what came of it; none: it is being written, or it has ended without
    ended_at     timestamptz,
    ended_by     text,
    confirmed_at timestamptz,               -- those who coordinate it say that it is theirs
    confirmed_by text,
    foreign key (cycle, initiative) references cycle_initiative,
    check (not desk or (words is null and file is null)),
    check ((ended_at is null) = (ended_by is null) and (ended_at is null or revision is null)),
    check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null or revision is not null))
);
create unique index entry_open on entry (cycle, initiative) where revision is null and ended_at is null;
create index entry_file on entry (file) where file is not null;

-- the one place that says in words who has entered a revision for whom
create view entered as
select e.revision,
       'entered by the AES for ' || e.on_behalf
       || case when e.desk then ' as a desk update: not written by those who coordinate it' else '' end
       || case when e.confirmed_at is not null then ', confirmed by them' else '' end as words
from entry e where e.revision is not null;
