-- update: questions and answers about the update of one initiative; immutable
create table thread_message (
    id          bigint generated always as identity primary key,
    cycle       text not null,
    initiative  text not null,
    text        text not null,
    secretariat boolean not null,           -- written by the AES; else by those who coordinate the initiative, or help
    written_at  timestamptz not null,
    written_by  text not null,
    foreign key (cycle, initiative) references cycle_initiative
);
create index thread_message_about on thread_message (cycle, initiative, id);
