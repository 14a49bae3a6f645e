package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.asemeducation.stocktake.report.document.Document;

import org.springframework.stereotype.Component;

/**
 * A short document as a tagged PDF: no cover, no contents, no pictures.
 */
@Component
public class PdfText {

	/**
	 * Writes it.
	 * @param document what to write
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(Document document, OutputStream out) throws IOException {
		PdfFile.write(document, (picture) -> Optional.empty(), PrintLayout.TEXT, out);
	}

}
