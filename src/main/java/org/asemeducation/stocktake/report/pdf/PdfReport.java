package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.OutputStream;

import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.stereotype.Component;

/**
 * The report as a tagged PDF: a cover, the contents with page numbers, the chapters.
 */
@Component
public class PdfReport implements ReportWriter {

	private final PictureSource pictures;

	/**
	 * A writer.
	 * @param pictures where it finds the pictures
	 */
	public PdfReport(PictureSource pictures) {
		this.pictures = pictures;
	}

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		PdfFile.write(Composition.of(report), this.pictures, PrintLayout.REPORT, out);
	}

}
