package org.asemeducation.stocktake.plan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The changes of the plan, one row each.
 */
@Component
public class PlanChanges {

	private static final String READ = "select * from plan_change ";

	private final JdbcClient jdbc;

	private final Clock clock;

	PlanChanges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The day it is.
	 * @return in UTC
	 */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	/**
	 * Enters a change.
	 * @param act such as {@code rename}
	 * @param initiative what it is about; {@code null} for a whole plan
	 * @param other what it was merged into or split from; {@code null} for other acts
	 * @param basis from when on, why, who decided
	 * @param means what it changes, in a sentence
	 * @param by the user id
	 * @return its number
	 */
	public long add(String act, @Nullable InitiativeId initiative, @Nullable InitiativeId other, Basis basis,
			String means, String by) {
		return this.jdbc.sql("""
				insert into plan_change (act, initiative, other, from_day, reason, decided_by, means, entered_at,
				    entered_by)
				values (:act, :initiative, :other, :from, :reason, :decided, :means, :at, :by) returning id""")
			.param("act", act)
			.param("initiative", (initiative != null) ? initiative.value() : null)
			.param("other", (other != null) ? other.value() : null)
			.param("from", Date.valueOf(basis.from()))
			.param("reason", basis.reason())
			.param("decided", basis.decidedBy())
			.param("means", means)
			.param("at", now())
			.param("by", by)
			.query(Long.class)
			.single();
	}

	public void inForce(long change) {
		this.jdbc.sql("update plan_change set in_force_at = :at where id = :id")
			.param("at", now())
			.param("id", change)
			.update();
	}

	/**
	 * Calls one off.
	 * @param change which
	 * @param by the user id
	 * @return whether its day had not come and nobody had called it off
	 */
	public boolean callOff(long change, String by) {
		return this.jdbc.sql("""
				update plan_change set called_off_at = :at, called_off_by = :by
				where id = :id and in_force_at is null and called_off_at is null""")
			.param("at", now())
			.param("by", by)
			.param("id", change)
			.update() == 1;
	}

	public Optional<PlanChange> find(long change) {
		return this.jdbc.sql(READ + "where id = :id").param("id", change).query(PlanChanges::read).optional();
	}

	/**
	 * The number of the last change.
	 * @return 0 before any
	 */
	public long latest() {
		return this.jdbc
			.sql("select coalesce(max(id), 0) + count(*) filter (where called_off_at is not null)"
					+ " + count(*) filter (where in_force_at is not null) from plan_change")
			.query(Long.class)
			.single();
	}

	/** Those whose day has come and that are not in force yet, in their order. */
	public List<PlanChange> due() {
		return this.jdbc.sql(READ + """
				where in_force_at is null and called_off_at is null and from_day <= :today order by from_day, id""")
			.param("today", Date.valueOf(today()))
			.query(PlanChanges::read)
			.list();
	}

	/** Those that are still to come, in the order of their days. */
	public List<PlanChange> waiting() {
		return this.jdbc.sql(READ + "where in_force_at is null and called_off_at is null order by from_day, id")
			.query(PlanChanges::read)
			.list();
	}

	/** The initiatives about which something is still to come. */
	List<String> toCome() {
		return this.jdbc.sql("""
				select distinct r.initiative from plan_row r join plan_change c on c.id = r.change
				where c.in_force_at is null and c.called_off_at is null""").query(String.class).list();
	}

	/**
	 * The newest changes.
	 * @param initiative only those about this one, whole plans that changed it among
	 * them; {@code null} for all
	 * @param most at most so many
	 * @return the last entered first
	 */
	public List<PlanChange> newest(@Nullable String initiative, int most) {
		return this.jdbc.sql(READ + """
				where cast(:initiative as text) is null or :initiative in (initiative, other)
				    or exists (select from plan_row r where r.change = plan_change.id and r.initiative = :initiative)
				order by id desc limit :most""")
			.param("initiative", initiative)
			.param("most", most)
			.query(PlanChanges::read)
			.list();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static PlanChange read(ResultSet row, int number) throws SQLException {
		return new PlanChange(row.getLong("id"), row.getString("act"), row.getString("initiative"),
				row.getString("other"), row.getObject("from_day", LocalDate.class), row.getString("reason"),
				row.getString("decided_by"), row.getString("means"),
				row.getObject("entered_at", OffsetDateTime.class).toInstant(), row.getString("entered_by"),
				row.getObject("in_force_at") != null, row.getString("called_off_by"));
	}

}
