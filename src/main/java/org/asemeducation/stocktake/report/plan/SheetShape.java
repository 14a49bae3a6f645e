package org.asemeducation.stocktake.report.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.asemeducation.stocktake.cycle.attendance.ListRefusedException;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.asemeducation.stocktake.report.table.Sheet;
import org.asemeducation.stocktake.report.table.Sheet.Column;

/**
 * A workbook of one sheet that goes out, is filled in and comes back: its columns are
 * found by their titles, and what is refused goes back with the reasons beside the rows.
 *
 * @param <C> its columns
 * @param title of the sheet
 * @param said the columns that must be there, but for optional ones
 * @param why the column for reasons, which only a refused file has
 * @param holds what should be in it, such as {@code plan}
 * @param source where to start from, such as {@code a plan exported here}
 */
public record SheetShape<C extends Enum<C> & SheetColumn>(String title, List<C> said, C why, String holds,
		String source) {

	public SheetShape {
		said = List.copyOf(said);
	}

	/**
	 * Reads the rows.
	 * @param file what its owner calls it
	 * @param cells by row and column, both from 0
	 * @return those that say something, at least one
	 * @throws PlanRefused when there are none or columns are missing
	 */
	public List<SheetRow<C>> read(String file, Supplier<Map<Integer, Map<Integer, String>>> cells) {
		Map<Integer, Map<Integer, String>> all = cells(file, cells);
		if (all.isEmpty()) {
			throw refused(file, "the first sheet is empty, so there is no %s in it".formatted(this.holds));
		}
		int head = all.keySet().iterator().next();
		Map<C, Integer> columns = columns(file, head + 1, all.get(head));
		List<SheetRow<C>> rows = new ArrayList<>();
		all.forEach((number, row) -> {
			Map<C, String> texts = new HashMap<>();
			columns.forEach((column, place) -> texts.put(column, row.getOrDefault(place, "")));
			if (number > head && this.said.stream().anyMatch((it) -> !texts.getOrDefault(it, "").isBlank())) {
				rows.add(new SheetRow<>(number + 1, texts));
			}
		});
		if (rows.isEmpty()) {
			throw refused(file,
					"the first sheet has no rows below its titles, so there is no %s in it".formatted(this.holds));
		}
		return rows;
	}

	/**
	 * Writes rows.
	 * @param rows by column; what is not there is empty
	 * @param at what the file says of when it was made
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(List<Map<C, Object>> rows, Instant at, OutputStream out) throws IOException {
		List<List<Object>> guarded = rows.stream().map(this::guarded).toList();
		new Sheet(this.title, columns(this.said), guarded).xlsx(at, out);
	}

	/**
	 * The same rows with the reasons why they were refused.
	 * @param rows as they came
	 * @param reasons why, each with its row
	 * @param at what the file says of when it was made
	 * @return a workbook that is read as the first was
	 * @throws IOException when it cannot be written
	 */
	public byte[] withReasons(List<SheetRow<C>> rows, PlanRefused reasons, Instant at) throws IOException {
		Map<Integer, String> byRow = new TreeMap<>();
		reasons.faults().forEach((fault) -> byRow.merge(fault.line(), fault.reason(), "%s %s"::formatted));
		List<C> columns = new ArrayList<>(this.said);
		columns.add(this.why);
		List<List<Object>> all = new ArrayList<>();
		for (SheetRow<C> row : rows) {
			List<Object> cells = new ArrayList<>();
			this.said.forEach((column) -> cells.add(row.raw(column)));
			cells.add(byRow.getOrDefault(row.number(), ""));
			all.add(cells);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new Sheet(this.title, columns(columns), all).xlsx(at, out);
		return out.toByteArray();
	}

	private List<Object> guarded(Map<C, Object> cells) {
		return this.said.stream().map((column) -> {
			Object cell = cells.getOrDefault(column, "");
			return (cell instanceof String text) ? PlanCells.guarded(text) : cell;
		}).toList();
	}

	private static List<Column> columns(List<? extends SheetColumn> which) {
		return which.stream().map((it) -> new Column(it.title(), it.width())).toList();
	}

	private static Map<Integer, Map<Integer, String>> cells(String file,
			Supplier<Map<Integer, Map<Integer, String>>> cells) {
		try {
			return cells.get();
		}
		catch (ListRefusedException ex) {
			throw refused(file, String.valueOf(ex.getMessage()));
		}
	}

	private Map<C, Integer> columns(String file, int row, Map<Integer, String> head) {
		Map<C, Integer> columns = new HashMap<>();
		head.forEach((place, title) -> {
			for (C column : this.why.getDeclaringClass().getEnumConstants()) {
				if (column.title().toLowerCase(Locale.ROOT).equals(title.strip().toLowerCase(Locale.ROOT))
						&& columns.put(column, place) != null) {
					throw refused(file, "the column \"%s\" is there twice in row %d".formatted(column.title(), row));
				}
			}
		});
		for (C column : this.said) {
			if (!column.isOptional() && !columns.containsKey(column)) {
				throw refused(file, "row %d of the first sheet names no column \"%s\", so start from %s".formatted(row,
						column.title(), this.source));
			}
		}
		return columns;
	}

	private static PlanRefused refused(String file, String reason) {
		return new PlanRefused(file, "row", List.of(new PlanRefused.Fault(0, reason)));
	}

}
