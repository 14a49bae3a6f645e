package org.asemeducation.stocktake.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.paper.PaperReports;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The published reports, for everybody; their list names the drafts to those who may read
 * them.
 */
@Controller
@RequestMapping("/reports")
class PublishedPages {

	private final Publications publications;

	private final WrittenReports files;

	private final OpenDrafts drafts;

	private final PaperReports papers;

	private final ReportAnswers answers;

	private final CurrentPerson current;

	PublishedPages(Publications publications, WrittenReports files, OpenDrafts drafts, PaperReports papers,
			ReportAnswers answers, CurrentPerson current) {
		this.publications = publications;
		this.files = files;
		this.drafts = drafts;
		this.papers = papers;
		this.answers = answers;
		this.current = current;
	}

	@GetMapping
	String list(Model model) {
		boolean insider = readsDrafts();
		model.addAttribute("insider", insider);
		model.addAttribute("reports", this.publications.all());
		model.addAttribute("papers", this.papers.open());
		model.addAttribute("drafts", insider ? this.drafts.all() : List.of());
		model.addAttribute("day", DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
		return "reports";
	}

	@GetMapping("/{cycle}/report.html")
	ResponseEntity<byte[]> page(@PathVariable String cycle) {
		return answer(cycle, ReportFormat.HTML);
	}

	@GetMapping({ "/{cycle}/report.docx", "/{cycle}/report.pdf", "/{cycle}/report.xlsx", "/{cycle}/report.csv",
			"/{cycle}/report.json", "/{cycle}/annex.docx", "/{cycle}/annex.pdf", "/{cycle}/annex.xlsx" })
	ResponseEntity<byte[]> file(@PathVariable String cycle, HttpServletRequest request) {
		return answer(cycle, ReportAnswers.format(request, "").orElseThrow(() -> new NoReport(cycle)));
	}

	private boolean readsDrafts() {
		if (!this.current.isSignedIn()) {
			return false;
		}
		Person reader = this.current.get();
		return reader.isSecretariat() || reader.isReviewer();
	}

	/**
	 * The same for everybody and without cookies, so any cache may keep it; it asks each
	 * time whether it still holds.
	 */
	private ResponseEntity<byte[]> answer(String cycle, ReportFormat format) {
		CycleName name = ReportAnswers.name(cycle);
		int version = this.publications.version(name).orElseThrow(() -> new NoReport(cycle));
		return this.answers.of(this.files.published(name, version, format), format, name + format.savedAs(""),
				CacheControl.noCache().cachePublic());
	}

}
