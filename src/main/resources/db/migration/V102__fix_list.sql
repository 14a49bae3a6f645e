-- a return is a numbered list of remarks; what the list names opens again, and each remark is answered
alter table verdict add column opens_all boolean not null default true;  -- what came back before there were lists stays open

alter table remark add column number int;
alter table remark add column said_by text;
alter table remark add column said_at timestamptz;
update remark m set number = n.number, said_by = v.given_by, said_at = v.given_at
from verdict v, (select revision, field, row_number() over (partition by revision order by field) as number from remark) n
where v.revision = m.revision and n.revision = m.revision and n.field = m.field;
alter table remark alter column number set not null;
alter table remark alter column said_by set not null;
alter table remark alter column said_at set not null;
alter table remark drop constraint remark_pkey;
alter table remark add primary key (revision, number);

create table noted_remark (                 -- what reviewers have noted and no return has taken along
    revision bigint not null references revision,
    field    text not null,                 -- the form's field name
    said_by  text not null,                 -- one remark a field and reviewer
    text     text not null,
    said_at  timestamptz not null,
    id       bigint generated always as identity,  -- the order in which they were noted
    primary key (revision, field, said_by)
);

create table remark_answer (                -- what a coordinator says became of a remark
    revision    bigint not null,
    number      int not null,
    done        boolean not null,
    because     text,                       -- why not
    answered_at timestamptz not null,
    answered_by text not null,
    primary key (revision, number),
    foreign key (revision, number) references remark,
    check (done = (because is null))
);
