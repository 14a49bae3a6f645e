package org.asemeducation.stocktake.report;

import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The latest draft, for the secretariat and the reviewing body.
 */
@Controller
@RequestMapping("/reports/{cycle}")
class DraftPages {

	private final Reports reports;

	private final WrittenReports files;

	private final ReportAnswers answers;

	private final CurrentPerson current;

	DraftPages(Reports reports, WrittenReports files, ReportAnswers answers, CurrentPerson current) {
		this.reports = reports;
		this.files = files;
		this.answers = answers;
		this.current = current;
	}

	@GetMapping("/draft")
	ResponseEntity<byte[]> page(@PathVariable String cycle) {
		return answer(cycle, ReportFormat.HTML);
	}

	@GetMapping({ "/draft.docx", "/draft.pdf", "/draft.xlsx", "/draft.csv", "/draft.json" })
	ResponseEntity<byte[]> file(@PathVariable String cycle, HttpServletRequest request) {
		return answer(cycle, ReportAnswers.format(request, "draft").orElseThrow(() -> new NoReport(cycle)));
	}

	private ResponseEntity<byte[]> answer(String cycle, ReportFormat format) {
		this.current.get().requireReviewer();
		CycleName name = ReportAnswers.name(cycle);
		int version = this.reports.latestVersion(name).orElseThrow(() -> new NoReport(cycle));
		return this.answers.of(this.files.draft(name, version, format), format,
				name + format.savedAs("-draft-%d".formatted(version)), CacheControl.noStore());
	}

}
