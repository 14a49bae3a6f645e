-- update: what those who coordinate an initiative note between two requests; offered while its next update is written
create table note (
    id            bigint generated always as identity primary key,
    initiative    text not null,
    day           date not null,            -- when it was, as they say
    text          text not null,
    link          text,
    caption       text,                     -- of its picture, as are the next three
    credit        text,
    alternative   text,
    consent       boolean not null default false,
    version       int not null default 1,   -- counts the corrections
    written_at    timestamptz not null,
    written_by    text not null,
    corrected_at  timestamptz,
    corrected_by  text,
    taken_back_at timestamptz,
    taken_back_by text
);
create index note_about on note (initiative, day);
-- as it stood before it was corrected
create table earlier_note (
    note        bigint not null references note,
    version     int not null,
    day         date not null,
    text        text not null,
    link        text,
    caption     text,
    credit      text,
    alternative text,
    consent     boolean not null,
    until       timestamptz not null,
    primary key (note, version)
);
-- put into an update; once in each, and offered to a later one only while no version of this one was submitted
create table note_use (
    note       bigint not null references note,
    cycle      text not null,
    initiative text not null,
    used_at    timestamptz not null,
    used_by    text not null,
    primary key (note, cycle),
    foreign key (cycle, initiative) references cycle_initiative
);
-- a file is an update's, or the picture of a note
alter table update_file alter column cycle drop not null;
alter table update_file add column note bigint references note;
alter table update_file add check ((cycle is null) = (note is not null));
create unique index update_file_of_note on update_file (note);
