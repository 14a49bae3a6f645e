-- access: who wants no mail, and until which day somebody is a contact
alter table contact
    add column no_mail   boolean not null default false,    -- nothing is mailed but what opens the account
    add column until_day date;                              -- the last day, of UTC; none: until they are removed
create index contact_until on contact (until_day) where active and until_day is not null;
