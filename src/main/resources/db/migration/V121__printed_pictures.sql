-- update: attached pictures as they are printed; one without a type cannot be decoded and is not printed
create table update_file_print (
    file   bigint primary key references update_file on delete cascade,
    type   text check (type in ('jpeg', 'png')),
    width  int,                                -- in pixels
    height int,
    sha256 text,                               -- of the bytes
    bytes  bytea,
    check ((type is null) = (bytes is null) and (type is null) = (sha256 is null)
        and (type is null) = (width is null) and (type is null) = (height is null))
);
alter table update_file_print alter column bytes set storage external;
