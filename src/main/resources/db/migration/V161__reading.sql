-- who read what is not meant for everybody, once a day
create unique index audit_reading on audit (who, act, subject, ((at at time zone 'UTC')::date)) where act like 'read %';
