-- cycle.proposal: the day for the advice may move, and the mails that remind of it stand in the mail plan of a cycle
alter table proposal add column advice_cycle text references cycle on delete set null;  -- the latest that was open when advice was asked
create index proposal_advice_cycle on proposal (advice_cycle);
alter table proposal_step drop constraint proposal_step_what_check,
    add constraint proposal_step_what_check check (what in ('sent', 'asked-back', 'passed', 'declined', 'commented', 'advised',
        'postponed', 'decided', 'turned-down', 'withdrawn', 'day-moved'));

-- notification: who was reminded of the advice on a proposal; nobody is told the same twice
create table advice_reminder (
    proposal bigint not null references proposal,
    due      date   not null,               -- the day that counted, of UTC
    rung     int    not null,               -- days from that day
    contact  bigint not null references contact,
    told_at  timestamptz not null,
    primary key (proposal, due, rung, contact)
);
create index advice_reminder_contact on advice_reminder (contact);
