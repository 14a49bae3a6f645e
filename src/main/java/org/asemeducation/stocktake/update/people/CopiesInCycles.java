package org.asemeducation.stocktake.update.people;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.change.Days;
import org.asemeducation.stocktake.plan.change.OpenCopies;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the cycles that are not published yet hold of an initiative.
 */
@Component
class CopiesInCycles implements OpenCopies {

	private static final int MOST_MEETINGS = 40;

	private final JdbcClient jdbc;

	CopiesInCycles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> of(InitiativeId initiative) {
		return this.jdbc.sql("""
				select i.cycle, r.state, o.last_day from cycle_initiative i
				join cycle c on c.name = i.cycle and c.state not in ('published', 'ended')
				left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
				left join own_day o on o.cycle = i.cycle and o.initiative = i.initiative
				where i.initiative = :initiative order by c.opened_at""")
			.param("initiative", initiative.value())
			.query((row, number) -> inWords(initiative, row.getString("cycle"), row.getString("state"),
					row.getObject("last_day", LocalDate.class)))
			.list();
	}

	private static String inWords(InitiativeId initiative, String cycle, @Nullable String state,
			@Nullable LocalDate lastDay) {
		String copy = "%s keeps its copy of %s as it was when the cycle was opened".formatted(cycle, initiative);
		if (state == null) {
			return copy + ", and asks for that.";
		}
		if (state.equals("settled")) {
			return copy + "; its update there is settled.";
		}
		return "%s; its running update there stays%s.".formatted(copy,
				(lastDay != null) ? " until " + Days.inWords(lastDay) : "");
	}

	@Override
	public List<String> alongWith(InitiativeId merged, InitiativeId into) {
		long lines = count("""
				select count(*) from adopted_line where initiative = :initiative
				and cycle = (select cycle from work_plan order by adopted_on desc, cycle desc limit 1)""", merged);
		long notes = count(
				"""
						select count(*) from note n where n.initiative = :initiative and n.taken_back_at is null
						and not exists (select from note_use u join revision r on r.cycle = u.cycle and r.initiative = u.initiative
						    and not exists (select from taken_back b where b.revision = r.id) where u.note = n.id)""",
				merged);
		return (lines + notes == 0) ? List.of() : List
			.of("From the next cycle on, %s is also asked about what the last work plan says of %s (lines: %d), and its updates are offered what was noted about that and is in no update yet (notes: %d)."
				.formatted(into, merged, lines, notes));
	}

	private long count(String sql, InitiativeId initiative) {
		return this.jdbc.sql(sql).param("initiative", initiative.value()).query(Long.class).single();
	}

	@Override
	public List<String> meetings() {
		return this.jdbc.sql("""
				select m.kind || ' (' || m.cycle || ')' from meeting m where m.state <> 'dropped'
				order by coalesce(m.held_on, m.planned_on) desc nulls last, m.kind limit :most""")
			.param("most", MOST_MEETINGS)
			.query(String.class)
			.list();
	}

}
