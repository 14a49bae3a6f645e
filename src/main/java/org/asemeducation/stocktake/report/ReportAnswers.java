package org.asemeducation.stocktake.report;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.WrittenReports.WrittenReport;
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

	/** The name in an address; what cannot be a name has no report. */
	static CycleName name(String cycle) {
		try {
			return new CycleName(cycle);
		}
		catch (IllegalArgumentException ex) {
			throw new NoReport(cycle);
		}
	}

	/**
	 * The format that is asked for.
	 * @param called what the file is called there in place of {@code report}; empty for
	 * its own name
	 */
	static Optional<ReportFormat> format(HttpServletRequest request, String called) {
		String path = request.getRequestURI();
		String file = path.substring(path.lastIndexOf('/') + 1);
		return ReportFormat.of(called.isEmpty() ? file : file.replace(called + ".", "report."));
	}

	/**
	 * An answer with a file.
	 * @param savedAs what a browser calls it when it is saved
	 */
	ResponseEntity<byte[]> of(WrittenReport file, ReportFormat format, String savedAs, CacheControl caching) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.eTag(file.tag())
			.cacheControl(caching)
			.contentType(format.type());
		if (format == ReportFormat.HTML || format == ReportFormat.CHANGES) {
			answer.header("Content-Security-Policy", HtmlReport.contentSecurityPolicy(file.content()));
		}
		else {
			ContentDisposition.Builder disposition = (format == ReportFormat.JSON) ? ContentDisposition.inline()
					: ContentDisposition.attachment().filename(savedAs);
			answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString());
		}
		return answer.body(file.content());
	}

}
