package org.asemeducation.stocktake.report.html;

/**
 * Where the other files of a report lie, seen from its page.
 *
 * @param docx the Word file
 * @param json the open data
 */
public record FileLinks(String docx, String json) {

	/**
	 * The files lie beside the page.
	 * @return relative addresses
	 */
	public static FileLinks beside() {
		return new FileLinks("report.docx", "report.json");
	}

}
