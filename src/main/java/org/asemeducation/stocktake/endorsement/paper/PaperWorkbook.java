package org.asemeducation.stocktake.endorsement.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.cycle.attendance.FirstSheet;
import org.asemeducation.stocktake.cycle.paper.PaperCycle;
import org.asemeducation.stocktake.cycle.paper.PaperInitiative;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.asemeducation.stocktake.report.plan.SheetRow;
import org.asemeducation.stocktake.report.plan.SheetShape;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An earlier cycle as a workbook: a row for each initiative, and one below it for each
 * further line of its work plan.
 */
@Component
class PaperWorkbook {

	/** As much as a page carries from the preview to the act. */
	static final int LARGEST = 1 << 20;

	private static final SheetShape<PaperColumn> SHAPE = new SheetShape<>("Earlier cycle", PaperColumn.said(),
			PaperColumn.WHY, "earlier cycle", "the template that is downloaded here");

	private final Register register;

	private final JdbcClient jdbc;

	private final Clock clock;

	PaperWorkbook(Register register, JdbcClient jdbc, Clock clock) {
		this.register = register;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * To be filled in: the initiatives of the plan in force and who coordinates them now.
	 */
	void template(OutputStream out) throws IOException {
		SHAPE.write(this.jdbc.sql("""
				select i.id, i.action || ' ' || a.title as action, i.title, coalesce((
				    select string_agg(coalesce(p.acronym, p.name), '; ' order by c.position)
				    from coordination c join party p on p.id = c.party
				    where c.initiative = i.id and c.role = 'coordinator'), '') as coordinators
				from initiative i join action a on a.number = i.action where i.in_force order by i.position""")
			.query((row, number) -> {
				Map<PaperColumn, Object> cells = new EnumMap<>(PaperColumn.class);
				cells.put(PaperColumn.ID, row.getString("id"));
				cells.put(PaperColumn.ACTION, row.getString("action"));
				cells.put(PaperColumn.TITLE, row.getString("title"));
				cells.put(PaperColumn.COORDINATORS, row.getString("coordinators"));
				return cells;
			})
			.list(), this.clock.instant(), out);
	}

	void write(PaperCycle cycle, OutputStream out) throws IOException {
		List<Map<PaperColumn, Object>> rows = new ArrayList<>();
		for (PaperInitiative it : cycle.initiatives()) {
			Map<PaperColumn, Object> cells = new EnumMap<>(PaperColumn.class);
			cells.put(PaperColumn.ID, it.id().value());
			cells.put(PaperColumn.ACTION, (it.action() != null) ? it.action().inWords() : "");
			cells.put(PaperColumn.TITLE, it.title());
			cells.put(PaperColumn.COORDINATORS, String.join("; ", it.coordinators()));
			cells.put(PaperColumn.PARAGRAPHS, said(it.paragraphs()));
			cells.put(PaperColumn.TEXT, said(it.text()));
			for (int at = 0; at < Math.max(1, it.lines().size()); at++) {
				if (at < it.lines().size()) {
					cells.putAll(cells(it.lines().get(at)));
				}
				rows.add(new EnumMap<>(cells));
				cells.clear();
			}
		}
		SHAPE.write(rows, this.clock.instant(), out);
	}

	/**
	 * Reads one.
	 * @param file what its owner calls it
	 * @param content its bytes
	 * @return its initiatives, in the order of the rows
	 * @throws PlanRefused with every row that will not do
	 */
	List<PaperInitiative> read(String file, byte[] content) {
		return new PaperSheet(file, rows(file, content), titles(), this.register).initiatives();
	}

	byte[] withReasons(byte[] content, PlanRefused reasons) throws IOException {
		return SHAPE.withReasons(rows(reasons.file(), content), reasons, this.clock.instant());
	}

	private static List<SheetRow<PaperColumn>> rows(String file, byte[] content) {
		if (content.length > LARGEST) {
			throw new PlanRefused(file, "row",
					List.of(new PlanRefused.Fault(0,
							"the file is larger than %d MB: bring the template with words alone, without pictures"
								.formatted(LARGEST >> 20))));
		}
		return SHAPE.read(file, () -> FirstSheet.typedRows(content));
	}

	/** Of all initiatives that the plan has or had, by their ids. */
	private Map<String, String> titles() {
		Map<String, String> titles = new LinkedHashMap<>();
		this.jdbc.sql("select id, title from initiative order by position, id").query((row) -> {
			titles.put(row.getString("id"), row.getString("title"));
		});
		return titles;
	}

	private static Map<PaperColumn, Object> cells(WorkPlan.Line line) {
		return Map.of(PaperColumn.ACTIVITY, line.activity(), PaperColumn.WHEN, said(line.period()), PaperColumn.OUTPUT,
				said(line.output()), PaperColumn.RESULT, said(line.result()), PaperColumn.CONTRIBUTION,
				said(line.contribution()));
	}

	private static String said(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
