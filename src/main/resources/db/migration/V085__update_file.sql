-- update: files of an update, never changed once they are whole; a text refers to one by its id in media[].file
create table update_file (
    id          bigint generated always as identity primary key,
    cycle       text not null,
    initiative  text not null,
    name        text not null,              -- as its writer called it, with the ending of what it holds
    type        text not null check (type in ('jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx')),
    length      bigint not null check (length > 0),
    sha256      text not null,              -- of the bytes that are kept
    width       int,                        -- pictures: in pixels, as they are shown
    height      int,
    thumbnail   bytea,                      -- a small JPEG; none where the picture itself has to do
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    foreign key (cycle, initiative) references cycle_initiative,
    unique (cycle, initiative, sha256)      -- the same file twice is one
);
create table update_file_part (
    file   bigint not null references update_file on delete cascade,
    number int not null,                    -- from 0
    bytes  bytea not null,
    primary key (file, number)
);
-- such files are compressed by themselves
alter table update_file_part alter column bytes set storage external;
alter table update_file alter column thumbnail set storage external;
-- whether a submitted text refers to a file
create index revision_media on revision using gin ((content -> 'media') jsonb_path_ops);
