-- the orders in which the secretariat's lists begin: a first page reads no more than its own rows
create index party_in_order on party (lower(coalesce(acronym, name)), id);
create index contact_in_order on contact (name, email) where active;
create index contact_by_name on contact (lower(name), id);
