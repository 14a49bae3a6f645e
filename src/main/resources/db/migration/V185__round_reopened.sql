-- report: a comment round that has closed may be opened again while its answers are not sent
alter table report_round_prolonged add column reopened boolean not null default false;    -- it had closed and been read
