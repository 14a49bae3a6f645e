-- rehearsal: the demonstration, which is made at the first start of an embedded database
create table demonstration (                -- one row from the moment its making begins
    only_one     boolean primary key default true check (only_one),
    cycles       text[] not null,           -- what it makes
    started_at   timestamptz not null,
    completed_at timestamptz                -- none: it was interrupted, and the next start makes everything anew
);
