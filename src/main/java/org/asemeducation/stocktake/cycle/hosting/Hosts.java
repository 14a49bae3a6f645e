package org.asemeducation.stocktake.cycle.hosting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Hosts of meetings as rows.
 */
@Component
class Hosts {

	private static final String ONE = " where cycle = :cycle and kind = :kind";

	private final JdbcClient jdbc;

	private final Clock clock;

	Hosts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** None where no host was ever named. */
	Optional<Host> of(CycleName cycle, MeetingKind kind) {
		return of("""
				select h.*, p.name as called, p.group_id from hosting h left join party p on p.id = h.party
				where h.cycle = :cycle and h.kind = :kind""", cycle, kind).query((row, number) -> read(row)).optional();
	}

	/** What an earlier host has said stays to be seen and is asked for again. */
	void name(CycleName cycle, MeetingKind kind, @Nullable PartyId party, String by) {
		of("""
				insert into hosting (cycle, kind, party, named_at, named_by) values (:cycle, :kind, :party, :now, :by)
				on conflict (cycle, kind) do update set party = excluded.party, named_at = excluded.named_at,
				    named_by = excluded.named_by, proposed_at = null""", cycle, kind)
			.param("party", (party != null) ? party.value() : null)
			.param("now", now())
			.param("by", by)
			.update();
	}

	void propose(CycleName cycle, MeetingKind kind, LocalDate on, @Nullable String place, String by) {
		of("update hosting set proposed_on = :on, proposed_place = :place, proposed_at = :now, proposed_by = :by" + ONE,
				cycle, kind)
			.param("on", on)
			.param("place", place)
			.param("now", now())
			.param("by", by)
			.update();
	}

	void theme(CycleName cycle, MeetingKind kind, String theme, String by) {
		of("update hosting set theme = :text, theme_at = :now, theme_by = :by" + ONE, cycle, kind).param("text", theme)
			.param("now", now())
			.param("by", by)
			.update();
	}

	void programme(CycleName cycle, MeetingKind kind, String programme, String by) {
		of("update hosting set programme = :text, programme_at = :now, programme_by = :by" + ONE, cycle, kind)
			.param("text", programme)
			.param("now", now())
			.param("by", by)
			.update();
	}

	void participants(CycleName cycle, MeetingKind kind, String by) {
		of("update hosting set participants_at = :now, participants_by = :by" + ONE, cycle, kind).param("now", now())
			.param("by", by)
			.update();
	}

	/** The meeting is postponed: each step is asked for again. */
	void again(CycleName cycle, MeetingKind kind) {
		of("update hosting set proposed_at = null, theme_at = null, programme_at = null" + ONE, cycle, kind).update();
	}

	private static Host read(ResultSet row) throws SQLException {
		long party = row.getLong("party");
		return new Host((party > 0) ? new PartyId(party) : null, row.getString("called"), row.getString("group_id"),
				row.getObject("proposed_on", LocalDate.class), row.getString("proposed_place"), row.getString("theme"),
				row.getString("programme"),
				Host.steps(row.getObject("proposed_at") != null, row.getObject("theme_at") != null,
						row.getObject("programme_at") != null, row.getObject("participants_at") != null));
	}

	private StatementSpec of(String sql, CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).param("kind", kind.name());
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
