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

}
