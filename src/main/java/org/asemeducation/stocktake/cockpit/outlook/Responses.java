package org.asemeducation.stocktake.cockpit.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how answers came in.
 */
@Component
class Responses {

	/** So many cycles are laid over the one that is looked at. */
	private static final int BEFORE = 2;

	private static final String BEGUN = """
			select y.name, coalesce((y.requested_at at time zone y.zone)::date, q.on_date) as asked_on,
			    d.on_date as deadline, f.on_date as freeze,
			    (select count(*) from update_request r where r.cycle = y.name) as asked
			from cycle y
			join deadline q on q.cycle = y.name and q.kind = 'request'
			join deadline d on d.cycle = y.name and d.kind = 'deadline'
			join deadline f on f.cycle = y.name and f.kind = 'freeze'
			""";

	private static final String OTHERS = BEGUN + """
			where y.requested_at is not null and y.kind = 'report'
			    and y.opened_at < (select opened_at from cycle where name = :cycle)
			order by y.opened_at desc, y.name desc limit :before
			""";

	private static final String POINTS = """
			select day - cast(:asked_on as date) as day, sum(count(*)) over (order by day) as received
			from (
			    select (min(l.submitted_at) at time zone y.zone)::date as day
			    from revision l join cycle y on y.name = l.cycle
			    where l.cycle = :cycle group by l.initiative, y.zone
			) first group by day order by day
			""";

	private final JdbcClient jdbc;

	Responses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How they come in now, and how they did before.
	 * @param cycle the cycle's name
	 * @return its own curve first, then those of the cycles before it, the latest first
	 */
	List<ResponseCurve> of(String cycle) {
		List<Begun> all = new ArrayList<>(read(BEGUN + "where y.name = :cycle", cycle));
		all.addAll(read(OTHERS, cycle));
		return all.stream().map(this::curve).toList();
	}

	/** The day of a cycle's requests, from which its days are counted. */
	LocalDate askedOn(String cycle) {
		return read(BEGUN + "where y.name = :cycle", cycle).get(0).askedOn();
	}

	private List<Begun> read(String sql, String cycle) {
		return this.jdbc.sql(sql)
			.param("cycle", cycle)
			.param("before", BEFORE)
			.query((row, number) -> new Begun(row.getString("name"), row.getObject("asked_on", LocalDate.class),
					row.getObject("deadline", LocalDate.class), row.getObject("freeze", LocalDate.class),
					row.getInt("asked")))
			.list();
	}

	private ResponseCurve curve(Begun begun) {
		List<ResponseCurve.Point> points = this.jdbc.sql(POINTS)
			.param("cycle", begun.name())
			.param("asked_on", begun.askedOn())
			.query((row, number) -> new ResponseCurve.Point(row.getInt("day"), row.getInt("received")))
			.list();
		return new ResponseCurve(begun.name(), begun.asked(), begun.dayOf(begun.deadline()),
				begun.dayOf(begun.freeze()), points);
	}

	private record Begun(String name, LocalDate askedOn, LocalDate deadline, LocalDate freeze, int asked) {

		int dayOf(LocalDate day) {
			return (int) (day.toEpochDay() - this.askedOn.toEpochDay());
		}

	}

}
