package org.asemeducation.stocktake.report.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.attendance.FirstSheet;
import org.asemeducation.stocktake.plan.Action;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.PlanFormat;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.asemeducation.stocktake.plan.Plans;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The plan's actions and initiatives as a workbook, a row for each initiative. What the
 * plan says beside them stays as it is in force when the workbook comes back.
 */
@Component
@Order(1)
class PlanWorkbook implements PlanFormat {

	/** A cell holds 32,767 characters; what has more goes on in a row below. */
	private static final int FULL = 20_000;

	private static final SheetShape<PlanColumn> SHAPE = new SheetShape<>("Action Plan", PlanColumn.said(),
			PlanColumn.WHY, "plan", "a plan exported here");

	private final Plans plans;

	private final Clock clock;

	PlanWorkbook(Plans plans, Clock clock) {
		this.plans = plans;
		this.clock = clock;
	}

	@Override
	public String suffix() {
		return "xlsx";
	}

	@Override
	public String type() {
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	}

	@Override
	public boolean recognises(byte[] content) {
		return (content.length > 1 && content[0] == 'P' && content[1] == 'K')
				|| (content.length > 1 && (content[0] & 0xFF) == 0xD0 && (content[1] & 0xFF) == 0xCF);
	}

	@Override
	public void write(ActionPlan plan, OutputStream out) throws IOException {
		List<Map<PlanColumn, Object>> rows = new ArrayList<>();
		for (Action action : plan.actions()) {
			if (action.initiatives().isEmpty()) {
				rows.add(Map.of(PlanColumn.ACTION, action.number(), PlanColumn.ACTION_TITLE, action.title(),
						PlanColumn.SUBGOALS, String.join(", ", action.subgoals())));
			}
			action.initiatives().forEach((it) -> write(action, it, rows));
		}
		SHAPE.write(rows, this.clock.instant(), out);
	}

	private static void write(Action action, Initiative it, List<Map<PlanColumn, Object>> rows) {
		Map<PlanColumn, Object> cells = new EnumMap<>(PlanColumn.class);
		cells.put(PlanColumn.ACTION, action.number());
		cells.put(PlanColumn.ACTION_TITLE, action.title());
		cells.put(PlanColumn.SUBGOALS, String.join(", ", action.subgoals()));
		cells.put(PlanColumn.ID, it.id().value());
		cells.put(PlanColumn.TITLE, it.title());
		cells.put(PlanColumn.NEW, it.isNew() ? "New" : "");
		cells.put(PlanColumn.BRACKET, text(it.bracket()));
		cells.put(PlanColumn.KEY, text(it.key()));
		cells.put(PlanColumn.PROGRAMME, text(it.programme()));
		Map<PlanColumn, List<String>> lists = new EnumMap<>(PlanColumn.class);
		lists.put(PlanColumn.DETAILS, chunks(PlanCells.paragraphs(it.details())));
		lists.put(PlanColumn.PARTIES, chunks(PlanCells.parties(it.parties())));
		lists.put(PlanColumn.MILESTONES, chunks(PlanCells.paragraphs(it.milestones())));
		lists.put(PlanColumn.OUTCOMES, chunks(PlanCells.paragraphs(it.outcomes())));
		lists.put(PlanColumn.LINKS, chunks(PlanCells.paragraphs(it.links())));
		int most = lists.values().stream().mapToInt(List::size).max().orElse(1);
		for (int at = 0; at < Math.max(1, most); at++) {
			for (Map.Entry<PlanColumn, List<String>> one : lists.entrySet()) {
				cells.put(one.getKey(), (at < one.getValue().size()) ? one.getValue().get(at) : "");
			}
			rows.add(new EnumMap<>(cells));
			cells.clear();
		}
	}

	/** Whole lines, as many as a cell holds. */
	private static List<String> chunks(String text) {
		List<String> chunks = new ArrayList<>();
		StringBuilder chunk = new StringBuilder();
		for (String line : text.split("\n")) {
			if (!chunk.isEmpty() && chunk.length() + line.length() > FULL) {
				chunks.add(chunk.toString());
				chunk.setLength(0);
			}
			chunk.append(chunk.isEmpty() ? "" : "\n").append(line);
		}
		chunks.add(chunk.toString());
		return chunks;
	}

	@Override
	public ActionPlan read(String file, byte[] content) {
		if (!this.plans.isLoaded()) {
			throw refused(file, "there is no plan in force that a workbook could change, so load one as YAML first");
		}
		ActionPlan current = this.plans.current();
		Set<String> programmes = current.initiatives()
			.stream()
			.map(Initiative::programme)
			.filter(java.util.Objects::nonNull)
			.collect(Collectors.toSet());
		List<Action> actions = new PlanRows(file, rows(file, content), current, programmes).actions();
		try {
			return new ActionPlan(current.document(), current.objectives(), actions, current.listed(),
					current.structures(), current.secretariatTerms());
		}
		catch (IllegalArgumentException ex) {
			throw refused(file, String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public byte[] withReasons(byte[] content, PlanRefused reasons) throws IOException {
		return SHAPE.withReasons(rows(reasons.file(), content), reasons, this.clock.instant());
	}

	private static List<SheetRow<PlanColumn>> rows(String file, byte[] content) {
		return SHAPE.read(file, () -> FirstSheet.rows(content));
	}

	private static String text(@org.jspecify.annotations.Nullable String text) {
		return (text != null) ? text : "";
	}

	private static PlanRefused refused(String file, String reason) {
		return new PlanRefused(file, "row", List.of(new PlanRefused.Fault(0, reason)));
	}

}
