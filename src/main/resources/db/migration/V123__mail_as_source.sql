-- update: a mail as it was saved (.eml) may be where an update came from that the AES enters
alter table update_file drop constraint update_file_type_check;
alter table update_file add constraint update_file_type_check
    check (type in ('jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'eml'));
alter table update_file add column found text;     -- what was found in it, in words; only of mails
