package org.asemeducation.stocktake.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.JsonReport;
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

	ReportFiles(HtmlReport html, DocxReport docx, JsonReport json) {
		this.byName.put("report.html", html);
		this.byName.put("report.docx", docx);
		this.byName.put("report.json", json);
	}

	Map<String, ReportWriter> byName() {
		return this.byName;
	}

}
