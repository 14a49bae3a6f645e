-- The partners are few among many parties: which of them an institution's name names is asked for each line of a page.
create index party_partner on party (name) where partner;
