-- update: those shown or quoted no longer agree; what is named here is printed nowhere that is written from now on
create table withdrawn_consent (
    cycle        text not null,
    initiative   text not null,
    item         text not null,             -- file:12, or said: and the SHA-256 of address and words
    name         text not null,             -- as it is called in lists
    withdrawn_at timestamptz not null,
    withdrawn_by text not null,
    primary key (cycle, initiative, item),
    foreign key (cycle, initiative) references cycle_initiative
);
