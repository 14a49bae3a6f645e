-- report: a text that is carried forward from paper has a year, but no revision and nobody who accepted it here
alter table report_missing
    drop constraint report_missing_check2,
    add constraint report_missing_carried check (
        (from_cycle is null) = (year is null)
        and (from_cycle is not null or from_revision is null)
        and (from_revision is null) = (accepted_at is null) and (from_revision is null) = (accepted_by is null));
