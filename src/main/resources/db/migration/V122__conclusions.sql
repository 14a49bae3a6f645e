-- cycle: which paragraphs of the last Chair's Conclusions an initiative answers, as the secretariat read them
alter table cycle_initiative add column conclusions text not null default '';
