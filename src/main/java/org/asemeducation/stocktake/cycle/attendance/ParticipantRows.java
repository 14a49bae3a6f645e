package org.asemeducation.stocktake.cycle.attendance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Lists of participants as rows.
 */
@Component
class ParticipantRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	ParticipantRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Participant> of(CycleName cycle, MeetingKind kind) {
		return of(
				"""
						select coalesce(p.acronym, p.name, '') as party, t.name, t.function,
						    case when p.id is null then 'guest' when p.partner then 'partner' when p.stakeholder then 'stakeholder'
						        else 'other' end as role
						from participant t left join party p on p.id = t.party
						where t.cycle = :cycle and t.kind = :kind order by t.position""",
				cycle, kind)
			.query((row, number) -> new Participant(row.getString("party"), row.getString("role"),
					row.getString("name"), row.getString("function")))
			.list();
	}

	/** None before there is a list. */
	Optional<Headcount> count(CycleName cycle, MeetingKind kind) {
		return of("""
				select count(distinct p.id) filter (where p.partner and p.kind <> 'institutional-partner') as countries,
				    (select count(*) from party where partner and kind <> 'institutional-partner') as all_countries,
				    count(distinct p.id) filter (where p.partner and p.kind = 'institutional-partner') as institutions,
				    (select count(*) from party where partner and kind = 'institutional-partner') as all_institutions,
				    count(distinct p.id) filter (where p.stakeholder and not p.partner) as stakeholders,
				    count(t.position) as persons
				from participant_list l
				left join participant t on t.cycle = l.cycle and t.kind = l.kind
				left join party p on p.id = t.party
				where l.cycle = :cycle and l.kind = :kind group by l.cycle, l.kind""", cycle, kind)
			.query((row, number) -> new Headcount(row.getInt("countries"), row.getInt("all_countries"),
					row.getInt("institutions"), row.getInt("all_institutions"), row.getInt("stakeholders"),
					row.getInt("persons")))
			.optional();
	}

	/** In the caller's transaction, which holds the cycle's lock. */
	void replace(CycleName cycle, MeetingKind kind, List<Found> people, String by) {
		of("""
				insert into participant_list (cycle, kind, version, loaded_at, loaded_by) values (:cycle, :kind, 1, :now, :by)
				on conflict (cycle, kind) do update set version = participant_list.version + 1,
				    loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by""",
				cycle, kind)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		of("delete from participant where cycle = :cycle and kind = :kind", cycle, kind).update();
		of("""
				insert into participant (cycle, kind, position, party, name, function)
				select :cycle, :kind, row_number() over (), nullif(party, 0), name, function
				from unnest(cast(:parties as bigint[]), cast(:names as text[]), cast(:functions as text[]))
				    as one (party, name, function)""", cycle, kind)
			.param("parties", people.stream().map(ParticipantRows::number).toArray(Long[]::new))
			.param("names", people.stream().map((one) -> one.written().name()).toArray(String[]::new))
			.param("functions", people.stream().map((one) -> one.written().function()).toArray(String[]::new))
			.update();
	}

	private static Long number(Found one) {
		PartyId party = one.party();
		return (party != null) ? party.value() : 0L;
	}

	private StatementSpec of(String sql, CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).param("kind", kind.name());
	}

	/**
	 * A participant whose party is known.
	 *
	 * @param party {@code null} for a guest
	 */
	record Found(Written written, @Nullable PartyId party) {
	}

}
