package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.ReportModel.State;

/**
 * A version of a report that was put to officials or ministers and has stayed as it was.
 *
 * @param cycle the cycle it reports on
 * @param version counted from 1 within the cycle, drafts included
 * @param state for whom it was sealed
 * @param sealedAt when
 * @param sealedBy the user id of the person whose act sealed it, or {@code stocktake}
 * @param files what was handed over
 */
public record SealedVersion(CycleName cycle, int version, State state, Instant sealedAt, String sealedBy,
		List<File> files) {

	public SealedVersion {
		files = List.copyOf(files);
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
