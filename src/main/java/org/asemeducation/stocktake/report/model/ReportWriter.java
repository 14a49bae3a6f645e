package org.asemeducation.stocktake.report.model;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a report in one format. The same model gives the same bytes.
 */
public interface ReportWriter {

	/**
	 * Writes the whole file.
	 * @param report what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	void write(ReportModel report, OutputStream out) throws IOException;

}
