-- Every outcome that somebody decided, or that a day brought: in which cycle, when, about what, what, why, and by whom.
select coalesce(c.name, '') as cycle, d.at, d.about, d.what, coalesce(d.because, '') as because, coalesce(d.who, '') as who from (
select r.cycle as cycle, v.given_at as at, r.initiative || ', version ' || r.number as about,
    'Review: ' || case when not v.reviewed then 'taken as received, not reviewed' when v.accepted then 'accepted' else 'returned' end as what,
    coalesce(v.reason, (select string_agg(m.text, E'\n' order by m.number) from remark m where m.revision = v.revision)) as because,
    v.given_by as who
    from verdict v join revision r on r.id = v.revision
union all select r.cycle, t.taken_at, r.initiative || ', version ' || r.number, 'Late update taken in', t.reason, t.taken_by
    from taken_in t join revision r on r.id = t.revision
union all select cycle, settled_at, initiative, 'Request settled: ' || replace(settled_as, '-', ' '), null, null
    from update_request where settled_at is not null and settled_as <> 'accepted'
union all select cycle, answered_at, initiative, 'More time: ' || replace(outcome, '-', ' ') || coalesce(', until ' || until, ''), answer, answered_by
    from extension where outcome is not null
union all select cycle, answered_at, initiative, 'Hand-over to another coordinator: ' || replace(outcome, '-', ' '), coalesce(answer, reason), answered_by
    from hand_over where outcome is not null
union all select cycle, settled_at, initiative, 'Who leads: ' || (select coalesce(p.acronym, p.name) from party p where p.id = l.party), null, settled_by
    from update_lead l where settled_at is not null
union all select cycle, settled_at, initiative, 'Proposal for the plan (' || replace(kind, '-', ' ') || '): ' || settled_as, because, settled_by
    from plan_proposal where settled_at is not null
union all select cycle, answered_at, initiative, case when agreed then 'Other words agreed to' else 'Other words refused' end, sentence, answered_by
    from wording where agreed is not null
union all select cycle, chosen_at, initiative, 'In place of a missing update: ' || replace(choice, '-', ' '), words, chosen_by from report_missing
union all select cycle, decided_at, 'Escalation to ' || coalesce(p.acronym, p.name), 'Escalation: ' || replace(e.outcome, '-', ' '), e.reason, e.decided_by
    from escalation e join party p on p.id = e.party where e.outcome is not null
union all select cycle, settled_at, (select name from contact where id = k.contact), 'Another contact was named: ' || settled_as, null, settled_by
    from contact_confirmation k where settled_at is not null
union all select m.cycle, m.recorded_at, m.kind, 'Meeting: ' || coalesce(m.outcome, m.state), concat_ws(E'\n', m.reason, m.decisions), m.recorded_by
    from meeting m where m.recorded_at is not null
union all select m.cycle, l.saved_at, m.kind || ', decision ' || m.number || coalesce(', ' || m.initiative, ''), m.text, null, l.saved_by
    from meeting_decision m join decision_list l on l.cycle = m.cycle and l.kind = m.kind
union all select at_cycle, decided_at, 'Minutes of ' || kind || ' (' || cycle || ')', at_kind || case when adopted then ' adopted them' else ' did not adopt them' end, null, decided_by
    from minutes
union all select cycle, answered_at, kind || ', time for ' || initiative, case when given then 'Time given: ' || given_minutes || ' minutes, ' || at_words else 'No time given' end, because, answered_by
    from slot where given is not null
union all select cycle, answered_at, kind || ', remark on the minutes', case when taken then 'Remark taken' else 'Remark not taken' end, because, answered_by
    from minutes_remark where taken is not null
union all select cycle, moved_at, date, 'Moved from ' || coalesce(moved_from::text, 'no day') || ' to ' || coalesce(moved_to::text, 'no day'), reason, moved_by from date_move
union all select c.cycle, d.decided_at, 'Comment on the draft, ' || coalesce(c.about, 'in general'), 'Comment: ' || replace(d.decision, '-', ' '), d.reason, d.decided_by
    from report_comment_decision d join report_comment c on c.id = d.comment
union all select c.cycle, d.saved_at, 'Comment of round ' || c.round || ', ' || c.called, 'Comment: ' || replace(d.decision, '-', ' '), d.reason, d.saved_by
    from round_decision d join round_comment c on c.id = d.comment where d.decision is not null
union all select cycle, called_off_at, 'Comment round ' || number, 'Called off', called_off_because, null from report_round where called_off_at is not null
union all select cycle, at, 'Comment round ' || round, 'Closes on ' || closes || ' in place of ' || had, reason, by from report_round_prolonged
union all select cycle, decided_at, 'Commissioned chapter ' || number || ', version ' || version, 'Chapter ' || verdict, remark, decided_by
    from chapter_handed_in where verdict is not null
union all select cycle, over_at, 'Commissioned chapter ' || number, 'Chapter: ' || replace(over_as, '-', ' '), over_because, over_by
    from chapter_commission where over_as is not null
union all select cycle, finished_at, 'Assessment of subgoal ' || subgoal, replace(rating, '-', ' '), reasons, finished_by from report_assessment where finished_at is not null
union all select cycle, sealed_at, 'Report, version ' || version, 'Sealed ' || replace(state, '-', ' '), null, sealed_by from sealed_version
union all select cycle, taken_in_at, 'Changes of version ' || of_version, 'Taken in', asked, taken_in_by from changes_taken_in
union all select p.cycle, p.given_at, 'No-objection round ' || p.round || ', ' || coalesce(y.acronym, y.name),
    case p.answer when 'agree' then 'Agrees' when 'comment' then 'Comments' else 'Objects' end, p.text, p.given_by
    from no_objection_position p join party y on y.id = p.party
union all select cycle, coalesce(stopped_at, called_off_at, closed_at), 'No-objection round ' || number,
    case when stopped_at is not null then 'Stopped by an objection' when called_off_at is not null then 'Called off' else 'Closed: silence counts as agreement' end,
    called_off_because, null from no_objection_round where coalesce(stopped_at, called_off_at, closed_at) is not null
union all select cycle, at, 'No-objection round ' || round, 'Closes at ' || closes || ' in place of ' || had, reason, by from no_objection_prolonged
union all select cycle, recorded_at, 'Report, version ' || version, case when adopted then 'Adopted by ministers on ' || adopted_on else 'Not adopted by ministers' end, reason, recorded_by from adoption
union all select cycle, made_at, 'Plan ' || version, 'Plan completed: ' || filled || ' placeholders filled, ' || left_out || ' left out, ' || stay_open || ' stay open', null, made_by from completed_plan
union all select cycle, published_at, 'Report, version ' || version, 'Published', null, null from publication
union all select cycle, made_at, 'Correction ' || number || ', version ' || version, 'Corrected', note, made_by from correction
union all select cycle, ended_at, 'The cycle', 'Closed', reason, ended_by from cycle_ending
union all select cycle, brought_at, 'The cycle', 'Brought in from paper: ' || file, null, brought_by from paper_cycle
union all select null, entered_at, coalesce(initiative, 'The plan'), 'Change of the plan: ' || means || case when called_off_at is not null then ' (called off)' else '' end,
    reason || E'\nDecided by ' || decided_by, entered_by from plan_change
) d left join cycle c on c.name = d.cycle
order by c.opened_at nulls last, c.name, d.at, d.about, d.what
