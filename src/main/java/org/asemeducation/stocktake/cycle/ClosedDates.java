package org.asemeducation.stocktake.cycle;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.engine.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The closed dates that the AES has entered.
 */
@Component
class ClosedDates {

	private static final String CLOSED = """
			select d.id, d.from_day, d.to_day, coalesce(p.acronym, p.name) as party, d.reason
			from closed_date d join party p on p.id = d.party
			""";

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	ClosedDates(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	List<ClosedDate> all() {
		return this.jdbc.sql(CLOSED + "order by d.from_day, d.to_day, party")
			.query((row, number) -> new ClosedDate(row.getLong("id"), row.getObject("from_day", LocalDate.class),
					row.getObject("to_day", LocalDate.class), row.getString("party"), row.getString("reason")))
			.list();
	}

	/** Who is closed on a day, and why. */
	List<ClosedDate> on(LocalDate day) {
		return all().stream().filter((closed) -> !day.isBefore(closed.from()) && !day.isAfter(closed.to())).toList();
	}

	/**
	 * Enters days.
	 * @param closed which, whose and why
	 * @param by the user id
	 */
	@Transactional
	public void add(NewClosedDate closed, String by) {
		this.jdbc.sql("""
				insert into closed_date (from_day, to_day, party, reason, added_at, added_by)
				values (:from, :to, :party, :reason, :now, :by)""")
			.param("from", closed.from())
			.param("to", closed.to())
			.param("party", closed.party().value())
			.param("reason", closed.reason())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		this.audit.record(by, "add closed date", "%s/%s".formatted(closed.from(), closed.to()), null, closed.reason());
	}

	/**
	 * Takes days out again; does nothing when they are gone.
	 * @param id which
	 * @param by the user id
	 */
	@Transactional
	public void remove(long id, String by) {
		all().stream().filter((closed) -> closed.id() == id).findFirst().ifPresent((closed) -> {
			this.jdbc.sql("delete from closed_date where id = :id").param("id", id).update();
			this.audit.record(by, "remove closed date", "%s/%s".formatted(closed.from(), closed.to()), closed.inWords(),
					null);
		});
	}

}
