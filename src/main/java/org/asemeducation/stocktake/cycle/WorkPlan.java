package org.asemeducation.stocktake.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work plans that ministers adopted, cycle by cycle: what each initiative is asked
 * about in the cycle after.
 */
@Component
public class WorkPlan {

	private final JdbcClient jdbc;

	WorkPlan(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what was adopted. The cycle itself need not be known here.
	 * @param cycle the cycle whose ministers' meeting adopted it
	 * @param title how the plan is called
	 * @param on the day of the adoption
	 * @param lines in the plan's order
	 * @throws Refused when a work plan of this cycle was adopted before
	 */
	@Transactional
	public void adopt(CycleName cycle, String title, LocalDate on, List<Line> lines) {
		int added = this.jdbc.sql("""
				insert into work_plan (cycle, title, adopted_on) values (:cycle, :title, :on)
				on conflict do nothing""").param("cycle", cycle.value()).param("title", title).param("on", on).update();
		if (added == 0) {
			throw Refused.conflict("The work plan of %s was adopted before.".formatted(cycle));
		}
		Map<InitiativeId, Integer> positions = new HashMap<>();
		this.jdbc.sql("""
				insert into adopted_line (cycle, initiative, position, activity, period, output, result, contribution)
				select :cycle, * from unnest(cast(:initiatives as text[]), cast(:positions as int[]),
				    cast(:activities as text[]), cast(:periods as text[]), cast(:outputs as text[]),
				    cast(:results as text[]), cast(:contributions as text[]))""")
			.param("cycle", cycle.value())
			.param("initiatives", each(lines, (line) -> line.initiative().value()))
			.param("positions",
					lines.stream()
						.map((line) -> positions.merge(line.initiative(), 1, Integer::sum))
						.toArray(Integer[]::new))
			.param("activities", each(lines, Line::activity))
			.param("periods", each(lines, Line::period))
			.param("outputs", each(lines, Line::output))
			.param("results", each(lines, Line::result))
			.param("contributions", each(lines, Line::contribution))
			.update();
	}

	/**
	 * Takes back a work plan that was adopted on paper. The caller holds {@link #hold()}.
	 * @param cycle the cycle
	 */
	public void takeBack(CycleName cycle) {
		this.jdbc.sql("delete from adopted_line where cycle = :cycle").param("cycle", cycle.value()).update();
		this.jdbc.sql("delete from work_plan where cycle = :cycle").param("cycle", cycle.value()).update();
	}

	/**
	 * Until the caller's transaction ends, no cycle begins from what was adopted, and
	 * none that is about to has gone unseen.
	 */
	public void hold() {
		this.jdbc.sql("lock table work_plan in share row exclusive mode").update();
	}

	/** A cycle begins from what was adopted: until it has, that stays as it is. */
	void begin() {
		this.jdbc.sql("lock table work_plan in share mode").update();
	}

	/**
	 * What was adopted in a cycle.
	 * @param cycle the cycle
	 * @return by initiative, each in its order; none when nothing was adopted
	 */
	public List<Line> lines(CycleName cycle) {
		return this.jdbc.sql("select * from adopted_line where cycle = :cycle order by initiative, position")
			.param("cycle", cycle.value())
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * What was in force while a cycle went on: the work plan adopted last in another.
	 * @param cycle the cycle
	 * @return by initiative, each in its order; none when nothing was adopted before
	 */
	public List<Line> linesBefore(CycleName cycle) {
		return this.jdbc
			.sql("select cycle from work_plan where cycle <> :cycle order by adopted_on desc, cycle desc limit 1")
			.param("cycle", cycle.value())
			.query((row, number) -> new CycleName(row.getString("cycle")))
			.optional()
			.map(this::lines)
			.orElse(List.of());
	}

	/**
	 * Whether another work plan was adopted after a day.
	 * @param day the day
	 * @param but a cycle that is not looked at
	 * @return the cycle whose work plan it is, the last of several
	 */
	public Optional<CycleName> adoptedAfter(LocalDate day, CycleName but) {
		return latest().filter((cycle) -> !cycle.equals(but))
			.filter((cycle) -> this.jdbc.sql("select adopted_on > :day from work_plan where cycle = :cycle")
				.param("day", day)
				.param("cycle", cycle.value())
				.query(Boolean.class)
				.single());
	}

	/**
	 * The cycle whose work plan is in force.
	 * @return the one adopted last, or nothing before the first
	 */
	Optional<CycleName> latest() {
		return this.jdbc.sql("select cycle from work_plan order by adopted_on desc, cycle desc limit 1")
			.query((row, number) -> new CycleName(row.getString("cycle")))
			.optional();
	}

	/**
	 * The cycles whose work plan may still be adopted.
	 * @return those under way, the one opened first before the others
	 */
	List<CycleName> pending() {
		return this.jdbc
			.sql("""
					select name from cycle c
					where c.kind = 'report' and c.state not in ('published', 'ended') and not exists (select from work_plan w where w.cycle = c.name)
					order by c.opened_at, c.name""")
			.query((row, number) -> new CycleName(row.getString("name")))
			.list();
	}

	private static String[] each(List<Line> lines, Function<Line, @Nullable String> column) {
		return lines.stream().map(column).toArray(String[]::new);
	}

	private static Line read(ResultSet row) throws SQLException {
		return new Line(new InitiativeId(row.getString("initiative")), row.getString("activity"),
				row.getString("period"), row.getString("output"), row.getString("result"),
				row.getString("contribution"));
	}

	/**
	 * One activity of the next two years.
	 *
	 * @param initiative whose it is
	 * @param activity what is planned
	 * @param period when, as typed
	 * @param output what comes of it
	 * @param result what that is good for
	 * @param contribution how it serves the strategic objectives
	 */
	public record Line(InitiativeId initiative, String activity, @Nullable String period, @Nullable String output,
			@Nullable String result, @Nullable String contribution) {

		public Line {
			if (activity.isBlank()) {
				throw new IllegalArgumentException(
						"A line of the work plan for %s names no activity.".formatted(initiative));
			}
		}

		/**
		 * The line as the next cycle quotes it.
		 * @return such as
		 * {@code Second call (Spring 2024). Expected output: 120 pairs. Expected result: balance.}
		 */
		public String said() {
			StringBuilder said = new StringBuilder(this.activity.strip());
			if (this.period != null) {
				said.append(" (").append(this.period.strip()).append(')');
			}
			append(said, "Expected output: ", this.output);
			append(said, "Expected result: ", this.result);
			return said.toString();
		}

		private static void append(StringBuilder said, String label, @Nullable String text) {
			if (text != null) {
				boolean ended = ".!?…".indexOf(said.charAt(said.length() - 1)) >= 0;
				said.append(ended ? " " : ". ").append(label).append(text.strip());
			}
		}

	}

}
