package org.asemeducation.stocktake.cockpit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.asemeducation.stocktake.report.table.Sheet;
import org.asemeducation.stocktake.report.table.Sheet.Column;

/**
 * The table of initiatives for a spreadsheet: the rows that were filtered, the columns
 * that were chosen. Days and times are those of the cycle's zone.
 */
final class LineSheet {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private LineSheet() {
	}

	/**
	 * Makes it.
	 * @param lines hands out the rows
	 * @param columns which columns, in the order of {@link SortBy}; the initiative always
	 * comes first
	 * @param zone of the times
	 * @return a sheet
	 */
	static Sheet of(Consumer<Consumer<InitiativeLine>> lines, List<SortBy> columns, ZoneId zone) {
		List<Column> heads = new ArrayList<>(List.of(new Column("Id", 12), new Column("Initiative", 60)));
		for (SortBy column : SortBy.values()) {
			if (columns.contains(column)) {
				heads.addAll(heads(column));
			}
		}
		return new Sheet("Initiatives", heads, (each) -> lines.accept((line) -> each.accept(row(line, columns, zone))));
	}

	/** Which columns somebody names, parted by commas; all for none. */
	static List<SortBy> columns(String named) {
		return named.isBlank() ? List.of(SortBy.values())
				: List.of(named.split(",")).stream().map(String::strip).map(SortBy::of).toList();
	}

	private static List<Column> heads(SortBy column) {
		return switch (column) {
			case INITIATIVE -> List.of();
			case PARTY -> List.of(new Column("Party", 36));
			case STATE -> List.of(new Column("State", 22));
			case DUE -> List.of(new Column("Due", 14), new Column("Overdue", 10), new Column("Extended", 10));
			case STEP -> List.of(new Column("Last step", 24), new Column("Version", 10), new Column("Late", 8),
					new Column("When", 18));
		};
	}

	private static List<Object> row(InitiativeLine line, List<SortBy> columns, ZoneId zone) {
		List<Object> row = new ArrayList<>(List.of(line.initiative(), line.title()));
		for (SortBy column : SortBy.values()) {
			if (columns.contains(column)) {
				row.addAll(cells(line, column, zone));
			}
		}
		return row;
	}

	private static List<Object> cells(InitiativeLine line, SortBy column, ZoneId zone) {
		return switch (column) {
			case INITIATIVE -> List.of();
			case PARTY -> List.of((line.party() != null) ? line.party() : "");
			case STATE -> List.of(line.state());
			case DUE ->
				List.of((line.due() != null) ? line.due().toString() : "", yes(line.overdue()), yes(line.extended()));
			case STEP -> List.of((line.step() != null) ? line.step() : "",
					(line.version() != null) ? (Object) line.version() : "", yes(line.late()),
					(line.at() != null) ? MOMENT.format(line.at().atZone(zone)) : "");
		};
	}

	private static String yes(boolean said) {
		return said ? "yes" : "";
	}

}
