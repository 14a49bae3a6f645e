package org.asemeducation.stocktake.report.paper;

import java.time.Instant;
import java.time.LocalDate;

import org.asemeducation.stocktake.cycle.CycleName;

/**
 * The old report of a cycle that was run on paper, kept as it came.
 *
 * @param cycle the cycle
 * @param title of the cycle
 * @param of the day of its ministers' meeting
 * @param name of the file
 * @param type {@code pdf} or {@code docx}
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param isPublic whether everybody may have it
 * @param addedAt when it was attached
 * @param addedBy the user id
 */
public record PaperReport(CycleName cycle, String title, LocalDate of, String name, String type, long size,
		String sha256, boolean isPublic, Instant addedAt, String addedBy) {

	/**
	 * How a person calls its type.
	 * @return {@code PDF} or {@code Word}
	 */
	public String kind() {
		return this.type.equals("pdf") ? "PDF" : "Word";
	}

}
