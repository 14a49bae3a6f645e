-- The files for print and spreadsheets are sealed with the others.
alter table sealed_file
    drop constraint sealed_file_name_check,
    add constraint sealed_file_name_check
        check (name in ('report.html', 'report.docx', 'report.pdf', 'report.xlsx', 'report.csv', 'report.json',
            'annex.docx', 'annex.pdf', 'annex.xlsx', 'changes.html'));
