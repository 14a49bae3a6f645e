package org.asemeducation.stocktake.report.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.asemeducation.stocktake.cycle.attendance.FirstSheet;
import org.asemeducation.stocktake.cycle.attendance.ListRefusedException;
import org.asemeducation.stocktake.plan.PlanRefused;

/**
 * The rows of a workbook that should be the plan, by the titles of its columns.
 */
final class SheetRows {

	private SheetRows() {
	}

	static List<SheetRow> of(String file, byte[] content) {
		Map<Integer, Map<Integer, String>> cells = cells(file, content);
		if (cells.isEmpty()) {
			throw refused(file, 0, "the first sheet is empty, so there is no plan in it");
		}
		int head = cells.keySet().iterator().next();
		Map<PlanColumn, Integer> columns = columns(file, head + 1, cells.get(head));
		List<SheetRow> rows = new ArrayList<>();
		cells.forEach((number, row) -> {
			Map<PlanColumn, String> texts = new EnumMap<>(PlanColumn.class);
			columns.forEach((column, place) -> texts.put(column, row.getOrDefault(place, "")));
			if (number > head && PlanColumn.said().stream().anyMatch((it) -> !texts.get(it).isBlank())) {
				rows.add(new SheetRow(number + 1, texts));
			}
		});
		if (rows.isEmpty()) {
			throw refused(file, 0, "the first sheet has no rows below its titles, so there is no plan in it");
		}
		return rows;
	}

	private static Map<Integer, Map<Integer, String>> cells(String file, byte[] content) {
		try {
			return FirstSheet.rows(content);
		}
		catch (ListRefusedException ex) {
			throw refused(file, 0, String.valueOf(ex.getMessage()));
		}
	}

	private static Map<PlanColumn, Integer> columns(String file, int row, Map<Integer, String> head) {
		Map<PlanColumn, Integer> columns = new EnumMap<>(PlanColumn.class);
		head.forEach((place, title) -> {
			for (PlanColumn column : PlanColumn.values()) {
				if (column.title().toLowerCase(Locale.ROOT).equals(title.strip().toLowerCase(Locale.ROOT))
						&& columns.put(column, place) != null) {
					throw refused(file, 0, "the column \"%s\" is there twice in row %d".formatted(column.title(), row));
				}
			}
		});
		for (PlanColumn column : PlanColumn.said()) {
			if (!columns.containsKey(column)) {
				throw refused(file, 0,
						"row %d of the first sheet names no column \"%s\", so start from a plan exported here"
							.formatted(row, column.title()));
			}
		}
		return columns;
	}

	private static PlanRefused refused(String file, int row, String reason) {
		return new PlanRefused(file, "row", List.of(new PlanRefused.Fault(row, reason)));
	}

	/**
	 * A row.
	 *
	 * @param number as the spreadsheet program counts it, from 1
	 * @param cells as they are
	 */
	record SheetRow(int number, Map<PlanColumn, String> cells) {

		String raw(PlanColumn column) {
			return this.cells.getOrDefault(column, "");
		}

		String text(PlanColumn column) {
			return PlanCells.unguarded(raw(column));
		}

		boolean isEmpty(PlanColumn column) {
			return raw(column).isBlank();
		}

	}

}
