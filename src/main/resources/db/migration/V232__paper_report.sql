-- report: the old report of a cycle that was brought in from paper, as a file
create table paper_report (
    cycle     text primary key references paper_cycle,
    name      text not null,
    type      text not null check (type in ('pdf', 'docx')),
    content   bytea not null,
    sha256    text not null,
    is_public boolean not null,             -- whether everybody may have it, as the secretariat said
    added_at  timestamptz not null,
    added_by  text not null,
    constraint paper_report_checksum check (sha256 = encode(sha256(content), 'hex'))
);
-- such files are compressed by themselves
alter table paper_report alter column content set storage external;
