-- report: rounds of comments on a draft, what was said in them and what became of it, and other words for single
-- paragraphs of a report
create table report_round (
    cycle        text not null references cycle,
    number       int  not null,             -- from 1
    coordinators boolean not null,          -- beside the reviewing body, which always is asked
    partners     boolean not null,          -- the 51 + 2
    opens        date not null,             -- days in the cycle's zone
    closes       date not null,
    version      int  not null,             -- the draft that is read, as it was when the round was opened
    checksum     text not null,             -- of that draft
    opened_at    timestamptz not null,
    opened_by    text not null,
    read_at      timestamptz,               -- what was said is in round_comment, and nothing comes any more
    answered_at  timestamptz,               -- answers are sent, or nothing was said
    answered_by  text,                      -- none: nothing was said
    primary key (cycle, number),
    foreign key (cycle, version) references compiled_report,
    check (closes >= opens),
    check (answered_by is null or answered_at is not null),
    check (answered_at is null or read_at is not null)
);
create unique index report_round_open on report_round (cycle) where answered_at is null;    -- one after the other

create table round_comment (                -- immutable
    id        bigint generated always as identity primary key,
    cycle     text not null,
    round     int  not null,
    place     text not null,                -- where in the report, such as A01-I02-progress
    paragraph int  not null,                -- which of that place, from 1; 0: the place as a whole
    called    text not null,                -- the same in words
    said      text not null,                -- the paragraph as it was read
    text      text not null,                -- what is said about it; may be empty beside other words
    wording   text,                         -- other words for it
    made_at   timestamptz not null,
    made_by   text not null,
    foreign key (cycle, round) references report_round,
    check (text <> '' or wording is not null)
);
create index round_comment_round on round_comment (cycle, round);

create table round_decision (               -- may change until the answers are sent
    comment    bigint primary key references round_comment,
    version    bigint not null,             -- counts the saves
    decision   text check (decision in ('taken', 'partly', 'not-taken')),
    reason     text not null,
    saved_at   timestamptz not null,
    saved_by   text not null
);

create table report_edit (                  -- what the AES prints instead of a paragraph of an accepted text
    id        bigint generated always as identity primary key,
    cycle     text not null references cycle,
    place     text not null,
    said      text not null,                -- the paragraph as it was
    wording   text not null,
    comment   bigint not null references round_comment,
    made_at   timestamptz not null,
    made_by   text not null,
    undone_at timestamptz,
    undone_by text,
    check ((undone_at is null) = (undone_by is null))
);
create unique index report_edit_comment on report_edit (comment) where undone_at is null;
create index report_edit_cycle on report_edit (cycle);

create view round_reader as                 -- who is asked for comments in a round, as people stand now
select distinct r.cycle, r.number, c.id as contact, c.user_id
from report_round r
join contact c on c.active
join contact_role s on s.contact = c.id
join party p on p.id = s.party
where (s.role = 'reviewer'
    or s.role = 'coordinator' and (r.partners and p.partner or r.coordinators and exists (
        select from coordination k join cycle_initiative i on i.initiative = k.initiative and i.cycle = r.cycle
        where k.party = s.party and k.role = 'coordinator')))
  and not exists (select from contact_role o where o.contact = c.id and o.role = 'secretariat');
