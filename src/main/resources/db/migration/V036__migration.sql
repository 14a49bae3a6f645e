-- engine: running instances that could not be carried over to the models of a release, with the reason; gone once they are
create table migration_failure (
    instance  text primary key,             -- the engine's id
    process   text not null,                -- the model's key
    about     text,                         -- business key
    version   int  not null,                -- the model it stays on
    latest    int  not null,                -- the model it should be on
    reason    text not null,                -- ids only
    failed_at timestamptz not null
);
