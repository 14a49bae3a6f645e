package org.asemeducation.stocktake.update.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import org.asemeducation.stocktake.update.UpdateForm;
import org.asemeducation.stocktake.update.compare.FieldChange.Cell;
import org.asemeducation.stocktake.update.compare.FieldChange.Kind;
import org.asemeducation.stocktake.update.compare.FieldChange.Row;

/**
 * Compares two versions of an update, field by field. Rows of a list are told apart by
 * what they say: one that says the same is the same, wherever the list has grown.
 */
public final class ContentComparison {

	private ContentComparison() {
	}

	/**
	 * The fields in which two versions differ.
	 * @param earlier the form's fields
	 * @param later the form's fields
	 * @return in the form's order; none when both say the same
	 */
	public static List<FieldChange> of(ObjectNode earlier, ObjectNode later) {
		List<FieldChange> changes = new ArrayList<>();
		for (String field : UpdateForm.names()) {
			List<Map<String, String>> before = rows(earlier.path(field));
			List<Map<String, String>> after = rows(later.path(field));
			if (!before.equals(after)) {
				changes.add(new FieldChange(field, compare(before, after)));
			}
		}
		return changes;
	}

	private static List<Row> compare(List<Map<String, String>> before, List<Map<String, String>> after) {
		List<Row> rows = new ArrayList<>();
		int at = 0;
		for (AbstractDelta<Map<String, String>> delta : DiffUtils.diff(before, after).getDeltas()) {
			before.subList(at, delta.getSource().getPosition())
				.forEach((row) -> rows.add(new Row(Kind.SAME, cells(row, row))));
			rows.addAll(changed(delta.getSource().getLines(), delta.getTarget().getLines()));
			at = delta.getSource().getPosition() + delta.getSource().size();
		}
		before.subList(at, before.size()).forEach((row) -> rows.add(new Row(Kind.SAME, cells(row, row))));
		return rows;
	}

	/** Rows in the same place are taken for the same row with other words. */
	private static List<Row> changed(List<Map<String, String>> struck, List<Map<String, String>> added) {
		int both = Math.min(struck.size(), added.size());
		return Stream
			.of(IntStream.range(0, both)
				.mapToObj((place) -> new Row(Kind.CHANGED, cells(struck.get(place), added.get(place)))),
					struck.stream().skip(both).map((row) -> new Row(Kind.STRUCK, cells(row, Map.of()))),
					added.stream().skip(both).map((row) -> new Row(Kind.ADDED, cells(Map.of(), row))))
			.flatMap((rows) -> rows)
			.toList();
	}

	private static List<Cell> cells(Map<String, String> before, Map<String, String> after) {
		Set<String> names = new LinkedHashSet<>(after.keySet());
		names.addAll(before.keySet());
		return names.stream()
			.map((name) -> new Cell(name,
					WordComparison.of(before.getOrDefault(name, ""), after.getOrDefault(name, ""))))
			.toList();
	}

	/** What is empty is not said: it counts as absent. */
	private static List<Map<String, String>> rows(JsonNode value) {
		if (value.isArray()) {
			List<Map<String, String>> rows = new ArrayList<>();
			value.forEach((row) -> rows.addAll(rows(row)));
			return rows;
		}
		Map<String, String> cells = new LinkedHashMap<>();
		if (value.isObject()) {
			value.properties().forEach((cell) -> put(cells, cell.getKey(), cell.getValue()));
		}
		else {
			put(cells, "", value);
		}
		return cells.isEmpty() ? List.of() : List.of(cells);
	}

	private static void put(Map<String, String> cells, String name, JsonNode value) {
		if (!value.asText().isBlank()) {
			cells.put(name, value.asText());
		}
	}

}
