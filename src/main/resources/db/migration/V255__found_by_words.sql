-- update: which updates name a party among those involved, in any case
create index revision_partners on revision using gin ((cast(lower(cast(content -> 'partners' as text)) as jsonb)));
-- notification: mails to somebody who stands in no register of contacts
create index mail_to_no_contact on mail (lower(recipient)) where contact is null;
-- update: an address stands everywhere in the same letters
update hand_over set email = lower(trim(email)) where email <> lower(trim(email));
