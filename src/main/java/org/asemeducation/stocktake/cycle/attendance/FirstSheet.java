package org.asemeducation.stocktake.cycle.attendance;

import java.util.Map;

/**
 * What the first sheet of a workbook says; for lists of other kinds too.
 */
public final class FirstSheet {

	private FirstSheet() {
	}

	/**
	 * Reads it.
	 * @param file a workbook (Office Open XML), at most 2 MB
	 * @return the texts of its cells by row and column, both from 0; what is empty is
	 * left out
	 * @throws ListRefusedException with what is wrong, to follow the file's name and a
	 * colon
	 */
	public static Map<Integer, Map<Integer, String>> rows(byte[] file) {
		return Sheet.first(Spreadsheet.open(file)).rows();
	}

	/**
	 * Reads it where every word has been typed, for all to see: no cell is calculated,
	 * and no sheet is hidden.
	 * @param file a workbook (Office Open XML), at most 2 MB
	 * @return the texts of its cells, as {@link #rows(byte[])} gives them
	 * @throws ListRefusedException with what is wrong, to follow the file's name and a
	 * colon
	 */
	public static Map<Integer, Map<Integer, String>> typedRows(byte[] file) {
		Spreadsheet book = Spreadsheet.open(file);
		book.requireNothingHidden();
		return Sheet.firstTyped(book).rows();
	}

}
