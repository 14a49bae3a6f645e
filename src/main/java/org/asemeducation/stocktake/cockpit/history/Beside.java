package org.asemeducation.stocktake.cockpit.history;

import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to an initiative and stands in no act about its update: to whom its
 * review was dealt, slots that were asked for, edits of its paragraphs in the report, and
 * what was proposed about it.
 */
@Component
class Beside {

	private static final String ALL = """
			select * from (
			    select d.cycle, d.dealt_at as at, 'review' as kind, 'Its review was dealt to ' || c.name as words,
			        null as detail, null as by, null as link
			    from review_duty d join contact c on c.id = d.reviewer
			    where d.initiative = :initiative and d.cycle = any(:cycles)
			    union all
			    select d.cycle, d.begun_at, 'review', c.name || ' opened it for review', null, null, null
			    from review_duty d join contact c on c.id = d.reviewer
			    where d.initiative = :initiative and d.cycle = any(:cycles) and d.begun_at is not null
			    union all
			    select s.cycle, s.asked_at, 'request', 'Asked for ' || s.minutes || ' minutes at ' || s.kind, s.title, s.asked_by,
			        '/desk/meetings/' || s.cycle || '/' || s.kind || '/slots'
			    from slot s where s.initiative = :initiative and s.cycle = any(:cycles)
			    union all
			    select s.cycle, s.answered_at, 'request', case when s.given
			        then 'Was given ' || s.given_minutes || ' minutes at ' || s.kind || ', ' || s.at_words
			        else 'Was given no slot at ' || s.kind end, coalesce(s.because, s.title), s.answered_by,
			        '/desk/meetings/' || s.cycle || '/' || s.kind || '/slots'
			    from slot s where s.initiative = :initiative and s.cycle = any(:cycles) and s.answered_at is not null
			    union all
			    select s.cycle, s.withdrawn_at, 'request', 'Needs no slot at ' || s.kind || ' any more', s.title, s.asked_by, null
			    from slot s where s.initiative = :initiative and s.cycle = any(:cycles) and s.withdrawn_at is not null
			    union all
			    select split_part(a.subject, '/', 1), a.at, 'outcome', case a.act
			        when 'edit paragraph' then 'Edited a paragraph of the report'
			        when 'print accepted paragraph' then 'Had the accepted paragraph printed'
			        when 'take over suggested words' then 'Took suggested words into the report'
			        else 'Took suggested words out of the report' end,
			        coalesce(a.before, '') || ' \u2192 ' || coalesce(a.after, ''), a.who, null
			    from audit a join unnest(cast(:cycles as text[])) y (name) on starts_with(a.subject, y.name || '/' || :initiative || '-')
			    where a.act in ('edit paragraph', 'print accepted paragraph', 'take over suggested words', 'take suggested words back')
			    union all
			    select '', s.made_at, 'outcome', case s.what when 'sent' then 'A change of it was proposed'
			        when 'asked-back' then 'Its proposer was asked back' when 'passed' then 'The proposal went to the reviewing body'
			        when 'advised' then 'The reviewing body gave its advice' when 'postponed' then 'The proposal was put off'
			        when 'decided' then 'The proposal was decided' when 'withdrawn' then 'The proposal was withdrawn'
			        when 'commented' then 'The proposal was commented on' else 'The proposal was turned down' end,
			        s.words, s.made_by, '/desk/proposals/' || s.proposal
			    from proposal_step s join proposal p on p.id = s.proposal
			    where substring(p.content ->> 'initiative' from '^[A-Za-z0-9-]+') = :initiative
			) h order by at desc limit :most
			""";

	private final JdbcClient jdbc;

	Beside(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All of it.
	 * @param initiative its id
	 * @param cycles in these; what was proposed is in none
	 * @return the latest first, the names of people left as user ids
	 */
	List<Happening> of(String initiative, String[] cycles) {
		return this.jdbc.sql(ALL)
			.param("initiative", initiative)
			.param("cycles", cycles)
			.param("most", Histories.MOST)
			.query((row, number) -> new Happening(row.getObject("at", OffsetDateTime.class).toInstant(),
					row.getString("cycle"), HappeningKind.of(row.getString("kind")), row.getString("words"),
					row.getString("detail"), row.getString("by"), row.getString("link")))
			.list();
	}

}
