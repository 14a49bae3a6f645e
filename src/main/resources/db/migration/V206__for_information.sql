-- notification: who is mailed each publication and correction of a report, without an account
create table for_information (
    id         bigint generated always as identity primary key,
    party      bigint not null references party,
    name       text not null,
    email      text not null unique check (email = lower(email)),
    entered_at timestamptz not null,        -- what was published before is not mailed
    entered_by text not null
);
create table informed (                     -- each is told of each once
    email  text not null,
    cycle  text not null,
    number int  not null,                   -- 0: the publication; else the correction's
    mail   bigint not null references mail,
    primary key (email, cycle, number)
);
