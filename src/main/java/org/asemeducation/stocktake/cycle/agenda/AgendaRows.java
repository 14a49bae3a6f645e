package org.asemeducation.stocktake.cycle.agenda;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agendas as rows: the one that is prepared, and the versions that were sent.
 */
@Component
class AgendaRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	AgendaRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<Agenda> prepared(CycleName cycle, MeetingKind kind) {
		return of("select version from agenda where cycle = :cycle and kind = :kind", cycle, kind).query(Integer.class)
			.optional()
			.map((version) -> new Agenda(version, of(
					"select * from agenda_point where cycle = :cycle and kind = :kind order by position", cycle, kind)
				.query((row, number) -> new AgendaPoint(row.getString("standing"), row.getString("title"),
						row.getString("note"), row.getObject("minutes", Integer.class), row.getBoolean("struck")))
				.list()));
	}

	/** False, and nothing is kept, when another version was saved meanwhile. */
	boolean save(CycleName cycle, MeetingKind kind, Agenda agenda, String by) {
		String sql = (agenda.version() == 0)
				? """
						insert into agenda (cycle, kind, version, saved_at, saved_by) values (:cycle, :kind, 1 + :version, :now, :by)
						on conflict do nothing"""
				: """
						update agenda set version = version + 1, saved_at = :now, saved_by = :by
						where cycle = :cycle and kind = :kind and version = :version""";
		boolean saved = of(sql, cycle, kind).param("version", agenda.version())
			.param("now", now())
			.param("by", by)
			.update() == 1;
		if (saved) {
			of("delete from agenda_point where cycle = :cycle and kind = :kind", cycle, kind).update();
			int position = 0;
			for (AgendaPoint point : agenda.points()) {
				of("""
						insert into agenda_point (cycle, kind, position, standing, title, note, minutes, struck)
						values (:cycle, :kind, :position, :standing, :title, :note, :minutes, :struck)""", cycle, kind)
					.param("position", ++position)
					.param("standing", point.standing())
					.param("title", point.title())
					.param("note", point.note())
					.param("minutes", point.minutes())
					.param("struck", point.struck())
					.update();
			}
		}
		return saved;
	}

	/** The versions that were sent, the latest first. */
	@Transactional(readOnly = true)
	List<SentAgenda> sent(CycleName cycle, MeetingKind kind) {
		return of("select * from agenda_version where cycle = :cycle and kind = :kind order by number desc", cycle,
				kind)
			.query((row, index) -> new SentAgenda(row.getInt("number"),
					row.getObject("made_at", OffsetDateTime.class).toInstant(),
					lines(cycle, kind, row.getInt("number"))))
			.list();
	}

	void send(CycleName cycle, MeetingKind kind, int number, List<AgendaLine> lines, String by) {
		of("""
				insert into agenda_version (cycle, kind, number, made_at, made_by)
				values (:cycle, :kind, :number, :now, :by)""", cycle, kind).param("number", number)
			.param("now", now())
			.param("by", by)
			.update();
		int position = 0;
		for (AgendaLine line : lines) {
			of("""
					insert into agenda_line (cycle, kind, number, position, label, title, note, minutes)
					values (:cycle, :kind, :number, :position, :label, :title, :note, :minutes)""", cycle, kind)
				.param("number", number)
				.param("position", ++position)
				.param("label", line.label())
				.param("title", line.title())
				.param("note", line.note())
				.param("minutes", line.minutes())
				.update();
		}
	}

	private List<AgendaLine> lines(CycleName cycle, MeetingKind kind, int number) {
		return of(
				"select * from agenda_line where cycle = :cycle and kind = :kind and number = :number order by position",
				cycle, kind)
			.param("number", number)
			.query((row, index) -> new AgendaLine(row.getString("label"), row.getString("title"), row.getString("note"),
					row.getObject("minutes", Integer.class)))
			.list();
	}

	private StatementSpec of(String sql, CycleName cycle, MeetingKind kind) {
		return this.jdbc.sql(sql).param("cycle", cycle.value()).param("kind", kind.name());
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
