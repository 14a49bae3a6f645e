package org.asemeducation.stocktake.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.report.docx.DocxAnnex;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportWriter;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The report's formats and the names of their files.
 */
@Component
@Profile(Rehearse.PROFILE)
class ReportFiles {

	private final Map<String, ReportWriter> byName = new LinkedHashMap<>();

	private final ReportWriter annex;

	ReportFiles(HtmlReport html, DocxReport docx, JsonReport json, DocxAnnex annex) {
		this.byName.put("report.html", html);
		this.byName.put("report.docx", docx);
		this.byName.put("report.json", json);
		this.annex = annex;
	}

	/** Those of a report; one that came to officials has an annex too. */
	Map<String, ReportWriter> byName(ReportModel report) {
		Map<String, ReportWriter> files = new LinkedHashMap<>(this.byName);
		if (report.workPlan() != null) {
			files.put("annex.docx", this.annex);
		}
		return files;
	}

}
