-- notification: words of mails that the secretariat has saved; the version saved last counts, on every node at once
create table mail_template (
    name     text not null,                 -- such as 'reminder-before'
    language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$'),
    version  int  not null,                 -- rises with each saving
    source   text,                          -- none: back to the words that Stocktake ships
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (name, language, version)
);
