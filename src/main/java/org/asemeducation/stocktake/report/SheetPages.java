package org.asemeducation.stocktake.report;

import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Publications.PublishedReport;
import org.asemeducation.stocktake.report.WrittenReports.WrittenReport;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Fact sheets of initiatives for web sites: of a published report or of the one published
 * last, for everybody; of the draft, for those who may read it.
 */
@Controller
class SheetPages {

	private final InitiativeSheets sheets;

	private final Publications publications;

	private final Reports reports;

	private final ReportAnswers answers;

	private final CurrentPerson current;

	SheetPages(InitiativeSheets sheets, Publications publications, Reports reports, ReportAnswers answers,
			CurrentPerson current) {
		this.sheets = sheets;
		this.publications = publications;
		this.reports = reports;
		this.answers = answers;
		this.current = current;
	}

	/** Of the report published last of those that have the initiative. */
	@GetMapping({ "/initiatives/{initiative}/sheet.html", "/initiatives/{initiative}/sheet.docx" })
	ResponseEntity<byte[]> latest(@PathVariable String initiative, HttpServletRequest request) {
		ReportFormat format = format(request);
		for (PublishedReport report : this.publications.all()) {
			int version = this.publications.version(report.cycle()).orElseThrow();
			WrittenReport file = this.sheets.published(report.cycle(), version, initiative, format).orElse(null);
			if (file != null) {
				return answer(file, format, report.cycle(), initiative, CacheControl.noCache().cachePublic());
			}
		}
		throw new NoSheet(initiative);
	}

	@GetMapping({ "/reports/{cycle}/initiatives/{initiative}/sheet.html",
			"/reports/{cycle}/initiatives/{initiative}/sheet.docx" })
	ResponseEntity<byte[]> published(@PathVariable String cycle, @PathVariable String initiative,
			HttpServletRequest request) {
		CycleName name = ReportAnswers.name(cycle);
		int version = this.publications.version(name).orElseThrow(() -> new NoReport(cycle));
		ReportFormat format = format(request);
		return answer(
				this.sheets.published(name, version, initiative, format).orElseThrow(() -> new NoSheet(initiative)),
				format, name, initiative, CacheControl.noCache().cachePublic());
	}

	@GetMapping({ "/reports/{cycle}/draft/initiatives/{initiative}/sheet.html",
			"/reports/{cycle}/draft/initiatives/{initiative}/sheet.docx" })
	ResponseEntity<byte[]> draft(@PathVariable String cycle, @PathVariable String initiative,
			HttpServletRequest request) {
		this.current.get().requireReviewer();
		CycleName name = ReportAnswers.name(cycle);
		int version = this.reports.latestVersion(name).orElseThrow(() -> new NoReport(cycle));
		ReportFormat format = format(request);
		return answer(this.sheets.draft(name, version, initiative, format).orElseThrow(() -> new NoSheet(initiative)),
				format, name, initiative, CacheControl.noStore());
	}

	private static ReportFormat format(HttpServletRequest request) {
		return ReportAnswers.format(request, "sheet").orElseThrow();
	}

	private ResponseEntity<byte[]> answer(WrittenReport file, ReportFormat format, CycleName cycle, String initiative,
			CacheControl caching) {
		return this.answers.of(file, format, "%s-%s.docx".formatted(cycle, initiative), caching);
	}

}
