package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The sealed versions with their checksums: all of them for the secretariat, the
 * reviewing body and officials, the published ones for everybody.
 */
@Controller
@RequestMapping("/reports/{cycle}/sealed")
class SealedPages {

	private final Cycles cycles;

	private final Publications publications;

	private final SealedVersions sealed;

	private final WrittenReports files;

	private final ReportAnswers answers;

	private final SealedAccess access;

	private final Register register;

	SealedPages(Cycles cycles, Publications publications, SealedVersions sealed, WrittenReports files,
			ReportAnswers answers, SealedAccess access, Register register) {
		this.cycles = cycles;
		this.publications = publications;
		this.sealed = sealed;
		this.files = files;
		this.answers = answers;
		this.access = access;
		this.register = register;
	}

	@GetMapping
	String list(@PathVariable String cycle, Model model) {
		CycleName name = ReportAnswers.name(cycle);
		int published = this.publications.version(name).orElse(0);
		List<Integer> open = this.publications.versions(name);
		boolean insider = this.access.isInsider();
		if (published == 0) {
			this.access.requireInsider();
		}
		Cycle about = this.cycles.find(name).orElseThrow(() -> new NoReport(cycle));
		List<SealedVersion> readable = this.sealed.of(name)
			.stream()
			.filter((version) -> insider || open.contains(version.version()))
			.toList();
		List<Integer> shown = readable.stream().map(SealedVersion::version).toList();
		List<ShownVersion> versions = readable.stream()
			.map((version) -> ShownVersion.of(version, about.zone(), version.version() == published,
					insider ? this.register.nameOf(version.sealedBy()) : null, shown))
			.toList();
		if (versions.isEmpty()) {
			throw new NoReport(cycle);
		}
		model.addAttribute("cycle", about);
		model.addAttribute("versions", versions);
		model.addAttribute("corrections", this.publications.corrections(name));
		return "sealed";
	}

	@GetMapping("/{version:\\d{1,6}}/SHA256SUMS")
	ResponseEntity<String> checksums(@PathVariable String cycle, @PathVariable int version) {
		CycleName name = ReportAnswers.name(cycle);
		CacheControl caching = this.access.allowed(name, version);
		String sums = this.sealed.find(name, version).orElseThrow(() -> new NoReport(cycle)).sums();
		return ResponseEntity.ok().cacheControl(caching).contentType(MediaType.TEXT_PLAIN).body(sums);
	}

	@GetMapping("/{version:\\d{1,6}}/{file}")
	ResponseEntity<byte[]> file(@PathVariable String cycle, @PathVariable int version, @PathVariable String file) {
		CycleName name = ReportAnswers.name(cycle);
		ReportFormat format = ReportFormat.of(file).orElseThrow(() -> new NoReport(cycle));
		CacheControl caching = this.access.allowed(name, version);
		return this.answers.of(this.files.sealed(name, version, format), format, format.file(), caching);
	}

}
