package org.asemeducation.stocktake.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.asemeducation.stocktake.report.document.AnnexComposition;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.stereotype.Component;

/**
 * The annex of a report as a tagged PDF of its own, on broad pages.
 */
@Component
public class PdfAnnex implements ReportWriter {

	@Override
	public void write(ReportModel report, OutputStream out) throws IOException {
		PdfFile.write(AnnexComposition.of(report), (picture) -> Optional.empty(), PrintLayout.TABLE, out);
	}

}
