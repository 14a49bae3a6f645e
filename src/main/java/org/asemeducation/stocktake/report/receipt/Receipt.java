package org.asemeducation.stocktake.report.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was submitted, when and by whom.
 *
 * @param address where the text lies as the file that the checksum is of
 * @param by the name of who submitted it
 * @param questions the cycle's, by position
 * @param commitments what had been said, by position
 * @param files what the text refers to, by id
 */
record Receipt(String cycle, String cycleTitle, ZoneId zone, String initiative, String title, String action,
		String coordinators, int number, Instant submittedAt, String by, boolean late, JsonNode content, String address,
		Map<String, String> questions, Map<String, String> commitments, Map<String, AttachedFile> files) {

	Receipt {
		questions = Map.copyOf(questions);
		commitments = Map.copyOf(commitments);
		files = Map.copyOf(files);
	}

	String sha256() {
		return CanonicalText.sha256(this.content);
	}

	/** Those that the text refers to, in its order. */
	List<AttachedFile> attached() {
		return this.content.path("media")
			.findValuesAsText("file")
			.stream()
			.distinct()
			.filter(this.files::containsKey)
			.map(this.files::get)
			.toList();
	}

	/**
	 * A file that the text refers to.
	 */
	record AttachedFile(String name, long length, String sha256) {
	}

}
