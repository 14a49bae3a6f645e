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
	public List<String> meetings() {
		return this.jdbc.sql("""
				select m.kind || ' (' || m.cycle || ')' from meeting m where m.state <> 'dropped'
				order by coalesce(m.held_on, m.planned_on) desc nulls last, m.kind limit :most""")
			.param("most", MOST_MEETINGS)
			.query(String.class)
			.list();
	}

}
