package org.asemeducation.stocktake.report.html;

import org.jspecify.annotations.Nullable;

/**
 * Where the other files of a report lie, seen from its page.
 *
 * @param docx the Word file
 * @param json the open data
 * @param annex the work plan as a Word file; {@code null} where none is handed out
 */
public record FileLinks(String docx, String json, @Nullable String annex) {

	/**
	 * The files lie beside the page.
	 * @return relative addresses
	 */
	public static FileLinks beside() {
		return in("");
	}

	/**
	 * The files lie in a folder.
	 * @param folder its address with a slash at the end
	 * @return addresses
	 */
	public static FileLinks in(String folder) {
		return new FileLinks(folder + "report.docx", folder + "report.json", folder + "annex.docx");
	}

}
