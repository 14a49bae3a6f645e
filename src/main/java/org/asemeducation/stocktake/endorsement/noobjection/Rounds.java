package org.asemeducation.stocktake.endorsement.noobjection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.Objections;
import org.asemeducation.stocktake.endorsement.noobjection.Position.Answer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The no-objection rounds, their members and positions.
 */
@Component
public class Rounds implements Objections {

	private final JdbcClient jdbc;

	Rounds(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The rounds of a cycle.
	 * @param cycle the cycle
	 * @return in their order; none where no round was turned on
	 */
	public List<Round> of(CycleName cycle) {
		return this.jdbc.sql("select * from no_objection_round where cycle = :cycle order by number")
			.param("cycle", cycle.value())
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * The last round of a cycle.
	 * @param cycle the cycle
	 * @return nothing where no round was turned on
	 */
	public Optional<Round> latest(CycleName cycle) {
		return of(cycle).stream().reduce((earlier, later) -> later);
	}

	/**
	 * The rounds that are planned or open, of all cycles.
	 * @return in any order
	 */
	public List<Round> pending() {
		return this.jdbc
			.sql("""
					select * from no_objection_round where stopped_at is null and closed_at is null and called_off_at is null
					order by cycle, number""")
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * The members of a round.
	 * @param round which
	 * @return partners in the order of their names
	 */
	public List<Party> members(Round round) {
		return this.jdbc.sql("""
				select p.id, p.name, p.acronym, p.kind, p.region, p.group_id
				from no_objection_member m join party p on p.id = m.party
				where m.cycle = :cycle and m.round = :round order by p.name""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.query((row, number) -> new Party(new PartyId(row.getLong("id")), row.getString("name"),
					row.getString("acronym"), row.getString("kind"), row.getString("region"),
					row.getString("group_id")))
			.list();
	}

	/**
	 * All positions of a round, those that a later one replaced too.
	 * @param round which
	 * @return by member, each member's in their order
	 */
	public List<Position> positions(Round round) {
		return this.jdbc.sql("""
				select p.name, o.* from no_objection_position o join party p on p.id = o.party
				where o.cycle = :cycle and o.round = :round order by p.name, o.number""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.query((row, number) -> new Position(row.getString("name"), row.getLong("party"), row.getInt("number"),
					Answer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)), row.getString("text"),
					row.getInt("version"), row.getString("checksum"), row.getTimestamp("given_at").toInstant(),
					row.getString("given_by")))
			.list();
	}

	/**
	 * What a member has said last.
	 * @param round in which round
	 * @param party the member
	 * @return nothing for a member who is silent
	 */
	public Optional<Position> position(Round round, PartyId party) {
		return positions(round).stream()
			.filter((position) -> position.party() == party.value())
			.reduce((earlier, later) -> later);
	}

	/**
	 * How often and why a round was prolonged.
	 * @param round which
	 * @return in their order
	 */
	public List<Prolongation> prolongations(Round round) {
		return this.jdbc.sql("""
				select * from no_objection_prolonged where cycle = :cycle and round = :round order by number""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.query((row, number) -> new Prolongation(row.getTimestamp("had").toInstant(),
					row.getTimestamp("closes").toInstant(), row.getString("reason"), row.getTimestamp("at").toInstant(),
					row.getString("by")))
			.list();
	}

	/**
	 * Whether a round follows one that an objection stopped: it is on another version
	 * then.
	 * @param round which
	 * @return true for an amended round
	 */
	public boolean isAmended(Round round) {
		return of(round.cycle()).stream().anyMatch((one) -> one.number() == round.number() - 1 && one.isStopped());
	}

	@Override
	public boolean stopped(CycleName cycle, int version) {
		return of(cycle).stream()
			.anyMatch((round) -> round.isStopped() && round.version() != null && round.version() == version);
	}

	void plan(CycleName cycle, int number, RoundPlan plan, Instant at, String by) {
		remove(cycle, number);
		this.jdbc.sql("""
				insert into no_objection_round (cycle, number, opens_at, closes_at, zone, reminder_days, planned_at,
				    planned_by)
				values (:cycle, :number, :opens, :closes, :zone, :days, :at, :by)""")
			.param("cycle", cycle.value())
			.param("number", number)
			.param("opens", Timestamp.from(plan.opensAt()))
			.param("closes", Timestamp.from(plan.closesAt()))
			.param("zone", plan.zone().getId())
			.param("days", plan.reminderDays())
			.param("at", Timestamp.from(at))
			.param("by", by)
			.update();
		this.jdbc.sql("""
				insert into no_objection_member (cycle, round, party)
				select :cycle, :number, id from party where partner and id = any(:members)""")
			.param("cycle", cycle.value())
			.param("number", number)
			.param("members", plan.members().toArray(Long[]::new))
			.update();
	}

	void remove(CycleName cycle, int number) {
		this.jdbc.sql("delete from no_objection_round where cycle = :cycle and number = :number")
			.param("cycle", cycle.value())
			.param("number", number)
			.update();
	}

	void open(Round round, int version, Instant at) {
		this.jdbc.sql("""
				update no_objection_round set version = :version, opened_at = :at
				where cycle = :cycle and number = :number""")
			.param("version", version)
			.param("at", Timestamp.from(at))
			.param("cycle", round.cycle().value())
			.param("number", round.number())
			.update();
	}

	void stop(Round round, Instant at) {
		end("stopped_at", round, at);
	}

	/** Its new hour is taken only beside the row that says why. */
	void prolong(Round round, Instant closes, String reason, Instant at, String by) {
		this.jdbc.sql("""
				insert into no_objection_prolonged (cycle, round, number, had, closes, reason, at, by)
				select :cycle, :round, count(*) + 1, :had, :closes, :reason, :at, :by from no_objection_prolonged
				where cycle = :cycle and round = :round""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.param("had", Timestamp.from(round.closesAt()))
			.param("closes", Timestamp.from(closes))
			.param("reason", reason)
			.param("at", Timestamp.from(at))
			.param("by", by)
			.update();
		this.jdbc.sql("update no_objection_round set closes_at = :closes where cycle = :cycle and number = :round")
			.param("closes", Timestamp.from(closes))
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.update();
	}

	void callOff(Round round, String reason, Instant at) {
		this.jdbc.sql("""
				update no_objection_round set called_off_at = :at, called_off_because = :reason
				where cycle = :cycle and number = :round""")
			.param("at", Timestamp.from(at))
			.param("reason", reason)
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.update();
	}

	void close(Round round, Instant at) {
		end("closed_at", round, at);
	}

	private void end(String column, Round round, Instant at) {
		this.jdbc
			.sql("update no_objection_round set %s = :at where cycle = :cycle and number = :number".formatted(column))
			.param("at", Timestamp.from(at))
			.param("cycle", round.cycle().value())
			.param("number", round.number())
			.update();
	}

	void add(Round round, PartyId party, int number, Answer answer, @Nullable String text, String checksum, Instant at,
			String by) {
		this.jdbc
			.sql("""
					insert into no_objection_position (cycle, round, party, number, answer, text, version, checksum, given_at,
					    given_by)
					values (:cycle, :round, :party, :number, :answer, :text, :version, :checksum, :at, :by)""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.param("party", party.value())
			.param("number", number)
			.param("answer", answer.word())
			.param("text", text)
			.param("version", round.version())
			.param("checksum", checksum)
			.param("at", Timestamp.from(at))
			.param("by", by)
			.update();
	}

	private static Round read(ResultSet row) throws SQLException {
		int version = row.getInt("version");
		return new Round(new CycleName(row.getString("cycle")), row.getInt("number"),
				row.getTimestamp("opens_at").toInstant(), row.getTimestamp("closes_at").toInstant(),
				ZoneId.of(row.getString("zone")), row.getInt("reminder_days"), (version != 0) ? version : null,
				instant(row, "opened_at"), instant(row, "stopped_at"), instant(row, "closed_at"),
				instant(row, "called_off_at"), row.getString("called_off_because"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
