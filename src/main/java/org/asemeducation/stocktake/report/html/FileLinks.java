package org.asemeducation.stocktake.report.html;

import org.jspecify.annotations.Nullable;

/**
 * Where the other files of a report lie, seen from its page.
 *
 * @param report what stands before {@code docx}, {@code pdf}, {@code xlsx}, {@code csv}
 * and {@code json}
 * @param annex what stands before {@code docx}, {@code pdf} and {@code xlsx} of the work
 * plan; {@code null} where none is handed out
 */
public record FileLinks(String report, @Nullable String annex) {

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
		return new FileLinks(folder + "report.", folder + "annex.");
	}

	/**
	 * Only the files of the report are handed out.
	 * @param report what stands before their endings
	 * @return addresses
	 */
	public static FileLinks of(String report) {
		return new FileLinks(report, null);
	}

}
