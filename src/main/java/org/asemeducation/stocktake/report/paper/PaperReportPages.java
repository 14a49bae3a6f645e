package org.asemeducation.stocktake.report.paper;

import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.files.OfficialDocument;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Old reports for everybody, where the secretariat says so.
 */
@RestController
class PaperReportPages {

	private final PaperReports reports;

	PaperReportPages(PaperReports reports) {
		this.reports = reports;
	}

	@GetMapping("/reports/{cycle}/paper")
	ResponseEntity<byte[]> file(@PathVariable String cycle) {
		PaperReport report = this.reports.open()
			.stream()
			.filter((one) -> one.cycle().value().equals(cycle))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache().cachePublic())
			.eTag(report.sha256())
			.header(HttpHeaders.CONTENT_TYPE, OfficialDocument.mediaType(report.type()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(report.name(), StandardCharsets.UTF_8).build().toString())
			.body(this.reports.content(report.cycle()));
	}

}
