-- who sits in the reviewing body, for what and from when to when; how a cycle deals reviews out
create table reviewing_body (
    cycle text primary key references cycle,
    kind  text not null check (kind in ('swg', 'expert-groups'))   -- no row: the SWG reviews everything
);
create table reviewer_seat (                -- a reviewer without a seat sits in the SWG without a term
    id        bigint generated always as identity primary key,
    contact   bigint not null references contact,
    objective int references objective,     -- the Expert Group's; none: the SWG
    from_day  date not null,
    to_day    date,
    chair     boolean not null default false,
    check (to_day is null or to_day >= from_day)
);
create index reviewer_seat_contact on reviewer_seat (contact);
