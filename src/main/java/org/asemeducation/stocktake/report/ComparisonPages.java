package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.ComparedReports.Version;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Two sealed versions of a report compared word by word, for whoever may read both; and
 * the published reports of two cycles, for everybody.
 */
@Controller
@RequestMapping("/reports/{cycle}")
class ComparisonPages {

	private final ComparedReports compared;

	private final Publications publications;

	private final SealedVersions sealed;

	private final SealedAccess access;

	private final ReportAnswers answers;

	ComparisonPages(ComparedReports compared, Publications publications, SealedVersions sealed, SealedAccess access,
			ReportAnswers answers) {
		this.compared = compared;
		this.publications = publications;
		this.sealed = sealed;
		this.access = access;
		this.answers = answers;
	}

	@GetMapping("/sealed/{version:\\d{1,6}}/since/{earlier:\\d{1,6}}")
	ResponseEntity<byte[]> versions(@PathVariable String cycle, @PathVariable int version, @PathVariable int earlier) {
		CycleName name = ReportAnswers.name(cycle);
		CacheControl caching = this.access.allowed(name, version, earlier);
		if (earlier >= version) {
			throw new NoReport(cycle);
		}
		requireSealed(name, version);
		requireSealed(name, earlier);
		return answer(new Version(name, earlier), new Version(name, version), caching);
	}

	@GetMapping("/since/{earlier}")
	ResponseEntity<byte[]> cycles(@PathVariable String cycle, @PathVariable String earlier) {
		Version before = published(earlier);
		Version after = published(cycle);
		if (!this.publications.before(after.cycle()).contains(before.cycle())) {
			throw new NoReport(cycle);
		}
		return answer(before, after, CacheControl.noCache().cachePublic());
	}

	private Version published(String cycle) {
		CycleName name = ReportAnswers.name(cycle);
		return new Version(name, this.publications.version(name).orElseThrow(() -> new NoReport(cycle)));
	}

	private void requireSealed(CycleName cycle, int version) {
		this.sealed.find(cycle, version).orElseThrow(() -> new NoReport(cycle.value()));
	}

	private ResponseEntity<byte[]> answer(Version earlier, Version later, CacheControl caching) {
		return this.answers.of(this.compared.page(earlier, later), ReportFormat.CHANGES, "", caching);
	}

}
