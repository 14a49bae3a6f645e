-- report: the AES edits a paragraph by itself too, and is asked again when a later revision comes
alter table report_edit
    alter column comment drop not null,         -- none: nobody suggested it
    add column paragraph int,                   -- which of its place it was; none: from before this was kept
    add column revision  int;                   -- the accepted revision whose paragraph it was; none as above
