package org.asemeducation.stocktake.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.ReportModel.State;

/**
 * A version of a report that was put to officials or ministers and has stayed as it was.
 *
 * @param cycle the cycle it reports on
 * @param version counted from 1 within the cycle, drafts included
 * @param state for whom it was sealed
 * @param number 0 for the first for these readers, else which one after it
 * @param sealedAt when
 * @param sealedBy the user id of the person whose act sealed it, or {@code stocktake}
 * @param files what was handed over
 */
public record SealedVersion(CycleName cycle, int version, State state, int number, Instant sealedAt, String sealedBy,
		List<File> files) {

	public SealedVersion {
		files = List.copyOf(files);
	}

	/**
	 * What stands in {@code SHA256SUMS}: a line for each file, as {@code sha256sum -c}
	 * reads it.
	 * @return the lines, each with its line feed
	 */
	public String sums() {
		return this.files.stream()
			.map((file) -> "%s  %s\n".formatted(file.sha256(), file.name()))
			.collect(Collectors.joining());
	}

	/**
	 * One checksum for the whole version.
	 * @return the SHA-256 of the file {@code SHA256SUMS}, 64 hexadecimal digits
	 */
	public String checksum() {
		return SealedVersions.sha256(sums().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A file, known by its checksum.
	 *
	 * @param name such as {@code report.docx}
	 * @param sha256 of its bytes, 64 hexadecimal digits as {@code sha256sum} prints them
	 * @param size in bytes
	 */
	public record File(String name, String sha256, long size) {
	}

}
