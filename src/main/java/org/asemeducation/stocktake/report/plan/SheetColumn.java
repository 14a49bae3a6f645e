package org.asemeducation.stocktake.report.plan;

/**
 * A column of a workbook that goes out, is filled in and comes back.
 */
public interface SheetColumn {

	/**
	 * What stands at its head, and finds it again.
	 * @return its title, unlike any other of the sheet
	 */
	String title();

	/**
	 * How wide it is.
	 * @return in characters
	 */
	int width();

	/**
	 * Whether a workbook may come without it.
	 * @return true for one that older workbooks do not have
	 */
	default boolean isOptional() {
		return false;
	}

}
