package org.asemeducation.stocktake.update.compare;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What has changed in one field of the form.
 *
 * @param field its name
 * @param rows its rows in the order of the later version, with those that were struck
 * where they stood; a field that is no list has one
 */
public record FieldChange(String field, List<Row> rows) {

	/**
	 * A row of a list.
	 *
	 * @param kind same, struck, added, or changed: the same row with other words
	 * @param cells its cells by name
	 */
	public record Row(Kind kind, List<Cell> cells) {
	}

	/**
	 * A cell of a row.
	 *
	 * @param name the column; empty where there is only one
	 * @param parts its text
	 */
	public record Cell(String name, List<Part> parts) {
	}

	/**
	 * What became of a row.
	 */
	public enum Kind {

		SAME, STRUCK, ADDED, CHANGED;

		@JsonValue
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
