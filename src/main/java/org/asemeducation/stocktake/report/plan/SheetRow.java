package org.asemeducation.stocktake.report.plan;

import java.util.Map;

/**
 * A row that came back.
 *
 * @param <C> the columns of its sheet
 * @param number as the spreadsheet program counts it, from 1
 * @param cells as they are
 */
public record SheetRow<C extends Enum<C> & SheetColumn>(int number, Map<C, String> cells) {

	String raw(C column) {
		return this.cells.getOrDefault(column, "");
	}

	/**
	 * What a cell says.
	 * @param column which
	 * @return as it was typed; empty where nothing was
	 */
	public String text(C column) {
		return PlanCells.unguarded(raw(column));
	}

	/**
	 * Whether a cell says nothing.
	 * @param column which
	 * @return true for an empty or blank one
	 */
	public boolean isEmpty(C column) {
		return raw(column).isBlank();
	}

}
