package org.asemeducation.stocktake.report.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.CommentRounds;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of rounds.
 */
@Component
class Rounds implements CommentRounds {

	private static final String ALL = """
			select r.*, y.zone, exists (select from report_round_prolonged p where p.cycle = r.cycle
			    and p.round = r.number and p.reopened) as reopened
			from report_round r join cycle y on y.name = r.cycle
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Rounds(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Round> of(CycleName cycle) {
		return this.jdbc.sql(ALL + "where r.cycle = :cycle order by r.number")
			.param("cycle", cycle.value())
			.query((row, number) -> round(row))
			.list();
	}

	/**
	 * A round.
	 * @param cycle the cycle
	 * @param number from 1
	 * @return as it stands
	 * @throws Refused when there is none of that number
	 */
	Round get(CycleName cycle, int number) {
		return of(cycle).stream()
			.filter((round) -> round.number() == number)
			.findFirst()
			.orElseThrow(() -> Refused.notFound("There is no round %d of comments on %s.".formatted(number, cycle)));
	}

	/** The one that is not answered yet. */
	Optional<Round> underWay(CycleName cycle) {
		return of(cycle).stream().filter((round) -> round.answeredAt() == null).findFirst();
	}

	/**
	 * Who would be asked, if a round were opened now.
	 * @return how many of the reviewing body, of the coordinators and of the partners
	 */
	Counts counts(CycleName cycle) {
		return this.jdbc
			.sql("""
					select count(distinct c.id) filter (where s.role = 'reviewer') as body,
					       count(distinct c.id) filter (where s.role = 'coordinator' and exists (
					           select from coordination k join cycle_initiative i on i.initiative = k.initiative
					               and i.cycle = :cycle where k.party = s.party and k.role = 'coordinator')) as coordinators,
					       count(distinct c.id) filter (where s.role = 'coordinator' and p.partner) as partners
					from contact c join contact_role s on s.contact = c.id join party p on p.id = s.party
					where c.active and not exists (
					    select from contact_role o where o.contact = c.id and o.role = 'secretariat')""")
			.param("cycle", cycle.value())
			.query(Counts.class)
			.single();
	}

	/** Whether somebody is asked in a round, as people stand now. */
	boolean asks(Round round, String userId) {
		return this.jdbc.sql("""
				select exists (select from round_reader
				    where cycle = :cycle and number = :number and user_id = :user)""")
			.param("cycle", round.cycle().value())
			.param("number", round.number())
			.param("user", userId)
			.query(Boolean.class)
			.single();
	}

	int open(CycleName cycle, Audience audience, LocalDate opens, LocalDate closes, int version, String checksum,
			String by) {
		return this.jdbc.sql("""
				insert into report_round (cycle, number, coordinators, partners, opens, closes, version, checksum,
				    opened_at, opened_by)
				select :cycle, coalesce(max(number), 0) + 1, :coordinators, :partners, :opens, :closes, :version,
				    :checksum, :at, :by from report_round where cycle = :cycle returning number""")
			.param("cycle", cycle.value())
			.param("coordinators", audience.coordinators())
			.param("partners", audience.partners())
			.param("opens", opens)
			.param("closes", closes)
			.param("version", version)
			.param("checksum", checksum)
			.param("at", now())
			.param("by", by)
			.query(Integer.class)
			.single();
	}

	/** Nothing comes in any more; where nothing was said, that is the end of it. */
	void read(Round round, boolean anythingSaid) {
		this.jdbc.sql("""
				update report_round set read_at = :at, answered_at = case when :said then null else :at end
				where cycle = :cycle and number = :number""")
			.param("at", now())
			.param("said", anythingSaid)
			.param("cycle", round.cycle().value())
			.param("number", round.number())
			.update();
	}

	/** Other days and another audience for one that nobody was asked in yet. */
	void plan(Round round, Audience audience, LocalDate opens, LocalDate closes) {
		this.jdbc.sql("""
				update report_round set coordinators = :coordinators, partners = :partners, opens = :opens,
				    closes = :closes where cycle = :cycle and number = :number""")
			.param("coordinators", audience.coordinators())
			.param("partners", audience.partners())
			.param("opens", opens)
			.param("closes", closes)
			.param("cycle", round.cycle().value())
			.param("number", round.number())
			.update();
	}

	/**
	 * Has a round close later. One that has closed is open again.
	 * @return how often it was prolonged, from 1
	 */
	int prolong(Round round, LocalDate closes, String reason, String by) {
		this.jdbc
			.sql("update report_round set closes = :closes, read_at = null where cycle = :cycle and number = :round")
			.param("closes", closes)
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.update();
		return this.jdbc
			.sql("""
					insert into report_round_prolonged (cycle, round, number, had, closes, reason, at, by, reopened)
					select :cycle, :round, count(*) + 1, :had, :closes, :reason, :at, :by, :reopened from report_round_prolonged
					where cycle = :cycle and round = :round returning number""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.param("had", round.closes())
			.param("reopened", round.waitsForAnswers())
			.param("closes", closes)
			.param("reason", reason)
			.param("at", now())
			.param("by", by)
			.query(Integer.class)
			.single();
	}

	/**
	 * Why rounds of a cycle close later than was said, and whether they had closed.
	 * @return by the round's number, in the order in which they were prolonged
	 */
	Map<Integer, List<String>> prolonged(CycleName cycle) {
		Map<Integer, List<String>> reasons = new HashMap<>();
		this.jdbc.sql("""
				select round, case when reopened then 'open again: ' else 'prolonged: ' end || reason as reason
				from report_round_prolonged where cycle = :cycle order by round, number""")
			.param("cycle", cycle.value())
			.query((row) -> {
				reasons.computeIfAbsent(row.getInt("round"), (round) -> new ArrayList<>()).add(row.getString("reason"));
			});
		return reasons;
	}

	/** What was said stays as it is and gets no answer. */
	void callOff(Round round, String reason, String by) {
		this.jdbc
			.sql("""
					update report_round set read_at = coalesce(read_at, :at), answered_at = :at, answered_by = :by, called_off_at = :at,
					    called_off_because = :reason where cycle = :cycle and number = :number""")
			.param("at", now())
			.param("by", by)
			.param("reason", reason)
			.param("cycle", round.cycle().value())
			.param("number", round.number())
			.update();
	}

	void answered(Round round, String by) {
		this.jdbc.sql("""
				update report_round set answered_at = :at, answered_by = :by
				where cycle = :cycle and number = :number""")
			.param("at", now())
			.param("by", by)
			.param("cycle", round.cycle().value())
			.param("number", round.number())
			.update();
	}

	@Override
	public boolean wereHeld(CycleName cycle) {
		return of(cycle).stream().anyMatch((round) -> round.answeredAt() != null && !round.isCalledOff());
	}

	@Override
	public void requireNoneOpen(CycleName cycle) {
		underWay(cycle).ifPresent((round) -> {
			throw Refused.conflict((round.readAt() == null)
					? "Round %d of comments on %s is open until the end of %s: wait until it is over."
						.formatted(round.number(), cycle, round.closes())
					: "The comments of round %d on %s have no answers yet: answer them first.".formatted(round.number(),
							cycle));
		});
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Round round(ResultSet row) throws SQLException {
		return new Round(new CycleName(row.getString("cycle")), row.getInt("number"),
				new Audience(row.getBoolean("coordinators"), row.getBoolean("partners")),
				row.getObject("opens", LocalDate.class), row.getObject("closes", LocalDate.class),
				ZoneId.of(row.getString("zone")), row.getInt("version"), row.getString("checksum"),
				row.getObject("opened_at", OffsetDateTime.class).toInstant(), instant(row, "read_at"),
				instant(row, "answered_at"), row.getString("called_off_because"),
				row.getObject("answered_at") != null && row.getString("answered_by") == null,
				row.getBoolean("reopened"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	/**
	 * How many people would be asked.
	 */
	record Counts(int body, int coordinators, int partners) {
	}

}
