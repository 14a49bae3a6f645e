package org.asemeducation.stocktake.cycle.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.WorkPlan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of cycles that were run on paper. They stand where those of other cycles
 * stand, so that whoever reads an earlier cycle reads them too; no process is started.
 */
@Component
public class PaperCycles {

	private final JdbcClient jdbc;

	private final PaperRows rows;

	private final WorkPlan workPlan;

	private final Clock clock;

	PaperCycles(JdbcClient jdbc, PaperRows rows, WorkPlan workPlan, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.workPlan = workPlan;
		this.clock = clock;
	}

	/**
	 * All that were brought in.
	 * @return the latest first
	 */
	public List<BroughtCycle> all() {
		return this.jdbc.sql(
				"select c.name, c.title, p.* from paper_cycle p join cycle c on c.name = p.cycle order by c.opened_at desc, c.name")
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * That one was brought in.
	 * @param name its name
	 * @return when and by whom; nothing when it was not
	 */
	public Optional<BroughtCycle> find(CycleName name) {
		return all().stream().filter((one) -> one.name().equals(name)).findFirst();
	}

	/**
	 * The cycle as it was brought in.
	 * @param name its name
	 * @param paragraphs of its Conclusions, by initiative
	 * @return all of it
	 */
	public PaperCycle read(CycleName name, Map<String, String> paragraphs) {
		return this.rows.read(find(name).orElseThrow(), paragraphs, this.workPlan.lines(name));
	}

	/**
	 * Which cycle has begun from it: was opened since, or prints a text of it.
	 * @param name its name
	 * @return the first that did, or nothing
	 */
	public Optional<CycleName> usedBy(CycleName name) {
		return this.jdbc.sql("""
				select c.name from cycle c join paper_cycle p on p.cycle = :name
				where c.kind = 'report' and (c.opened_at >= p.brought_at or exists (
				    select from report_missing m where m.cycle = c.name and m.from_cycle = :name))
				order by c.opened_at, c.name limit 1""")
			.param("name", name.value())
			.query((row, number) -> new CycleName(row.getString("name")))
			.optional();
	}

	/**
	 * The cycles that were open already and keep what they were opened with.
	 * @return those under way, by name
	 */
	public List<String> underWay() {
		return this.jdbc
			.sql("select name from cycle where kind = 'report' and state not in ('published', 'ended') order by name")
			.query(String.class)
			.list();
	}

	/**
	 * Writes it, in place of what was brought in before.
	 * @param cycle all of it
	 * @param file the workbook's name
	 * @param by the user id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void write(PaperCycle cycle, String file, String by) {
		Timestamp now = Timestamp.from(this.clock.instant());
		empty(cycle.name());
		ZoneId zone = zone();
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by, kind)
				values (:name, :title, :zone, 'published', :opened, :by, 'paper')
				on conflict (name) do update set title = excluded.title, zone = excluded.zone,
				    opened_at = excluded.opened_at""")
			.param("name", cycle.name().value())
			.param("title", cycle.title())
			.param("zone", zone.getId())
			.param("opened", Timestamp.from(cycle.firstDay().atStartOfDay(zone).toInstant()))
			.param("by", by)
			.update();
		this.jdbc.sql("""
				insert into paper_cycle (cycle, file, brought_at, brought_by) values (:name, :file, :at, :by)
				on conflict (cycle) do update set file = excluded.file, brought_at = excluded.brought_at,
				    brought_by = excluded.brought_by""")
			.param("name", cycle.name().value())
			.param("file", file)
			.param("at", now)
			.param("by", by)
			.update();
		this.rows.write(cycle, now, by);
		this.workPlan.adopt(cycle.name(), "Work plan of %s, brought in from paper".formatted(cycle.name()),
				cycle.adoptedOn(), cycle.lines());
	}

	/**
	 * Takes it back: as if it had never been brought in.
	 * @param name its name
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void remove(CycleName name) {
		empty(name);
		this.jdbc.sql("delete from meeting where cycle = :name").param("name", name.value()).update();
		this.jdbc.sql("delete from paper_cycle where cycle = :name").param("name", name.value()).update();
		this.jdbc.sql("delete from cycle where name = :name").param("name", name.value()).update();
	}

	private void empty(CycleName name) {
		if (find(name).isPresent()) {
			this.workPlan.takeBack(name);
			this.rows.removeInitiatives(name);
		}
	}

	/** Where the days of the cycle opened last end. */
	private ZoneId zone() {
		return this.jdbc.sql(
				"select coalesce((select zone from cycle where kind = 'report' order by opened_at desc limit 1), 'UTC')")
			.query((row, number) -> ZoneId.of(row.getString(1)))
			.single();
	}

	private static BroughtCycle read(ResultSet row) throws SQLException {
		return new BroughtCycle(new CycleName(row.getString("name")), row.getString("title"), row.getString("file"),
				row.getTimestamp("brought_at").toInstant(), row.getString("brought_by"));
	}

}
