package org.asemeducation.stocktake.cockpit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A cycle written into the tables with one initiative in each state, as it is seen on 10
 * March 2026 in Rome: the deadline was yesterday, the freeze is on the 15th.
 */
public final class WrittenCycle {

	static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

	private final JdbcClient jdbc;

	private final String name;

	private int position;

	/**
	 * Writes it.
	 * @param jdbc where
	 * @param name the cycle's name
	 */
	public WrittenCycle(JdbcClient jdbc, String name) {
		this.jdbc = jdbc;
		this.name = name;
		insert("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values (:c, 'From here to there', 'Europe/Rome', 'closed', '2026-01-01T09:00Z', 'aes')""");
		insert("""
				insert into deadline (cycle, kind, on_date, hard) values (:c, 'request', '2026-02-01', false),
				(:c, 'deadline', '2026-03-09', false), (:c, 'freeze', '2026-03-15', true), (:c, 'reviews', '2026-04-10', false),
				(:c, 'comments', '2026-05-10', false), (:c, 'papers', '2026-06-10', false)""");
		insert("""
				insert into meeting (cycle, kind, planned_on, place, hybrid, virtual, state, held_on, recorded_at) values
				(:c, 'ISOM', '2026-01-15', 'Bangkok', false, false, 'held', '2026-01-16', now()),
				(:c, 'SOM1', '2026-02-15', null, false, true, 'planned', null, null),
				(:c, 'SOM2', '2026-07-01', 'Seoul', true, false, 'planned', null, null),
				(:c, 'ASEMME', null, null, false, false, 'planned', null, null)""");
		initiative("A01-I01", "Summer school", "Malaysia");
		initiative("A01-I02", "Seminar", "");
		initiative("A02-I01", "Network", "ASEF");
		initiative("A02-I02", "Fair 100%", "Belgium (Flemish Community)");
		initiative("A03-I01", "Fellowship", "Ireland");
		initiative("A03-I02", "Conference", "ETF");
		initiative("A04-I01", "Survey", "IAU");
		initiative("A04-I02", "Database", "Latvia");
		initiative("A05-I01", "Rectors' meeting", "ASEF, IAU");
		request("A01-I02", "unstaffed", null, null);
		request("A02-I01", "requested", null, null);
		request("A02-I02", "requested", null, null);
		draft("A02-I02", 4, "2026-03-05T10:00:00Z");
		request("A03-I01", "returned", null, null);
		returned(revision("A03-I01", 1, "2026-03-01T10:00:00Z"), "2026-03-02T23:30:00Z");
		draft("A03-I01", 1, "2026-03-02T23:30:01Z");
		request("A03-I02", "in-review", null, null);
		returned(revision("A03-I02", 1, "2026-03-01T10:00:00Z"), "2026-03-04T10:00:00Z");
		revision("A03-I02", 2, "2026-03-08T10:00:00Z");
		request("A04-I01", "settled", "accepted", "2026-03-03T10:00:02Z");
		verdict(revision("A04-I01", 1, "2026-03-02T10:00:00Z"), true, "2026-03-03T10:00:00Z");
		request("A04-I02", "settled", "no-update-received", "2026-03-09T23:00:00Z");
		request("A05-I01", "settled", "draft-not-submitted", "2026-03-09T23:30:00Z");
		draft("A05-I01", 2, "2026-03-01T10:00:00Z");
	}

	/**
	 * Its name.
	 * @return as it was written
	 */
	public String name() {
		return this.name;
	}

	Cycle cycle(Cycle.State state) {
		return new Cycle(new CycleName(this.name), "From here to there", ZoneId.of("Europe/Rome"), state,
				Map.of(DeadlineKind.DEADLINE, LocalDate.parse("2026-03-09"), DeadlineKind.FREEZE,
						LocalDate.parse("2026-03-15"), DeadlineKind.REVIEWS, LocalDate.parse("2026-04-10")),
				null, null);
	}

	private void initiative(String id, String title, String coordinators) {
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				coordinators) values (:c, :id, :position, 1, :action, :title, false, 'summary', :coordinators)""")
			.param("c", this.name)
			.param("id", id)
			.param("position", ++this.position)
			.param("action", "Action of " + id.substring(0, 3))
			.param("title", title)
			.param("coordinators", coordinators)
			.update();
	}

	private void request(String id, String state, @Nullable String settledAs, @Nullable String settledAt) {
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, settled_as, asked_at, settled_at)
				values (:c, :id, :state, :as, '2026-02-01T08:00Z', :at::timestamptz)""")
			.param("c", this.name)
			.param("id", id)
			.param("state", state)
			.param("as", settledAs)
			.param("at", settledAt)
			.update();
	}

	void draft(String id, int version, String at) {
		this.jdbc.sql("insert into draft values (:c, :id, :version, '{}', :at, 'asef')")
			.param("c", this.name)
			.param("id", id)
			.param("version", version)
			.param("at", Timestamp.from(Instant.parse(at)))
			.update();
	}

	private long revision(String id, int number, String at) {
		return this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values (:c, :id, :number, '{}', :at, 'asef') returning id""")
			.param("c", this.name)
			.param("id", id)
			.param("number", number)
			.param("at", Timestamp.from(Instant.parse(at)))
			.query(Long.class)
			.single();
	}

	private void returned(long revision, String at) {
		verdict(revision, false, at);
	}

	private void verdict(long revision, boolean accepted, String at) {
		this.jdbc.sql("insert into verdict values (:revision, :accepted, :at, 'swg')")
			.param("revision", revision)
			.param("accepted", accepted)
			.param("at", Timestamp.from(Instant.parse(at)))
			.update();
	}

	private void insert(String sql) {
		this.jdbc.sql(sql).param("c", this.name).update();
	}

}
