-- access: who is signed in, for all nodes; the columns are those of Spring Session
create table web_session (                  -- nothing of the record: emptying it signs everybody out
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,   -- what the cookie says; another one after signing in
    creation_time         bigint not null,  -- milliseconds since 1970, as are the other times
    last_access_time      bigint not null,
    max_inactive_interval int    not null,  -- seconds
    expiry_time           bigint not null,
    principal_name        text              -- the user id; none: somebody who has not signed in
);
create index web_session_expiry on web_session (expiry_time);
create index web_session_principal on web_session (principal_name);
create table web_session_attributes (
    session_primary_id char(36) not null references web_session on delete cascade,
    attribute_name     text  not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
