-- report: free chapters, the compiled draft, what was published
create table report_chapter (
    cycle      text not null references cycle,
    chapter    text not null,
    text       text not null,
    written_at timestamptz not null,
    written_by text not null,
    primary key (cycle, chapter)
);
create table compiled_report (
    cycle       text not null references cycle,
    version     int  not null,
    compiled_at timestamptz not null,
    published   boolean not null default false,
    model       jsonb not null,             -- what every format is written from
    checksum    text not null,              -- SHA-256 of the model
    primary key (cycle, version)
);
create unique index compiled_report_published on compiled_report (cycle) where published;

create table report_edited (                -- the secretariat has finished editing
    cycle     text not null primary key references cycle,
    version   int  not null,                -- the draft it had before it
    edited_at timestamptz not null,
    edited_by text not null,
    foreign key (cycle, version) references compiled_report
);
