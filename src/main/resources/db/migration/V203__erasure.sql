-- access: a person who is erased stays as a row without name and address, so that what they did keeps an author
alter table contact add column erased_at timestamptz;
-- notification: a mail whose words were blanked keeps its times and the hash of what it said
alter table mail
    add column erased_at   timestamptz,
    add column text_sha256 text,            -- of the text part in UTF-8, hexadecimal; none: its words stand here
    add check ((erased_at is null) = (text_sha256 is null));
