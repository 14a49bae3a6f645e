-- what cycles of thousands of initiatives are read by
create index cycle_initiative_position on cycle_initiative (cycle, position);   -- asked, and shown, a part at a time
create index contact_role_party on contact_role (party, role);                  -- who speaks for those who coordinate
