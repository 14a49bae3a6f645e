package org.asemeducation.stocktake.endorsement.conclusions;

import java.time.Instant;

/**
 * A text of the Chair's Conclusions, kept as it came.
 *
 * @param number within the cycle, from 1
 * @param adopted whether ministers adopted it; else it is a draft
 * @param name of the file
 * @param type {@code pdf} or {@code docx}
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param addedAt when it was attached
 * @param addedBy the user id
 */
public record ConclusionsText(int number, boolean adopted, String name, String type, long size, String sha256,
		Instant addedAt, String addedBy) {
}
