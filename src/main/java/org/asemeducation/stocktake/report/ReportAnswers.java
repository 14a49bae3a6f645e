package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.WrittenReports.WrittenReport;
import org.asemeducation.stocktake.report.html.FileLinks;
import org.asemeducation.stocktake.report.html.HtmlReport;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends the files of reports with the headers they need.
 */
@Component
class ReportAnswers {

	private final WrittenReports files;

	ReportAnswers(WrittenReports files) {
		this.files = files;
	}

	/** The name in an address; what cannot be a name has no report. */
	static CycleName name(String cycle) {
		try {
			return new CycleName(cycle);
		}
		catch (IllegalArgumentException ex) {
			throw new NoReport(cycle);
		}
	}

	ResponseEntity<byte[]> of(CycleName cycle, int version, ReportFormat format, FileLinks links, String suffix,
			CacheControl caching) {
		WrittenReport file = this.files.file(cycle, version, format, links);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.eTag(file.tag())
			.cacheControl(caching)
			.contentType(format.type());
		if (format == ReportFormat.HTML) {
			answer.header("Content-Security-Policy", HtmlReport.contentSecurityPolicy());
		}
		else {
			ContentDisposition disposition = (format == ReportFormat.DOCX) ? attachment(cycle, format, suffix)
					: ContentDisposition.inline().build();
			answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
		}
		return answer.body(file.content());
	}

	private static ContentDisposition attachment(CycleName cycle, ReportFormat format, String suffix) {
		return ContentDisposition.attachment()
			.filename("%s-stocktaking-report%s.%s".formatted(cycle, suffix, format.ending()))
			.build();
	}

}
