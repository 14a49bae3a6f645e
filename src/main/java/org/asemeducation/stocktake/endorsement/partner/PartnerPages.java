package org.asemeducation.stocktake.endorsement.partner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.docx.DocxText;
import org.asemeducation.stocktake.report.model.ReportModel;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a partner for each sealed version, for its officials and the secretariat,
 * and its two pages in Word.
 */
@Controller
@RequestMapping("/officials/{cycle}/versions/{version:\\d{1,6}}/partners")
class PartnerPages {

	private static final MediaType WORD = MediaType
		.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	private final Officials officials;

	private final SealedVersions sealed;

	private final Reports reports;

	private final PartnerParts parts;

	private final DocxText docx;

	private final CurrentPerson current;

	PartnerPages(Officials officials, SealedVersions sealed, Reports reports, PartnerParts parts, DocxText docx,
			CurrentPerson current) {
		this.officials = officials;
		this.sealed = sealed;
		this.reports = reports;
		this.parts = parts;
		this.docx = docx;
		this.current = current;
	}

	@GetMapping
	ModelAndView list(@PathVariable String cycle, @PathVariable int version) {
		this.current.get().requireSecretariat();
		SealedVersion found = find(cycle, version);
		List<Long> seen = this.parts.seen(found.cycle(), version);
		return new ModelAndView("partners").addObject("cycle", cycle)
			.addObject("version", found)
			.addObject("partners", this.officials.partners()
				.stream()
				.map((partner) -> new Listed(partner.id().value(), partner.name(), seen.contains(partner.id().value())))
				.toList());
	}

	@GetMapping("/{party:\\d{1,18}}")
	ModelAndView page(@PathVariable String cycle, @PathVariable int version, @PathVariable long party) {
		Person reader = this.current.get();
		Party partner = this.officials.require(reader, new PartyId(party));
		SealedVersion found = find(cycle, version);
		PartnerSummary summary = summary(found, partner);
		if (!reader.isSecretariat()) {
			this.parts.seen(found.cycle(), version, partner.id(), reader.userId());
		}
		return new ModelAndView("partner").addObject("cycle", cycle)
			.addObject("version", found)
			.addObject("partner", partner)
			.addObject("summary", summary)
			.addObject("changed", TwoPages.changed(summary));
	}

	@GetMapping("/{party:\\d{1,18}}.docx")
	ResponseEntity<byte[]> word(@PathVariable String cycle, @PathVariable int version, @PathVariable long party)
			throws IOException {
		Party partner = this.officials.require(this.current.get(), new PartyId(party));
		SealedVersion found = find(cycle, version);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.docx.writeInOne(TwoPages.of(partner, found, report(version, found.cycle()), summary(found, partner)), out);
		String name = "%s-version-%d-%s.docx".formatted(cycle, version,
				partner.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(WORD)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(out.toByteArray());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return message(refused.getMessage());
	}

	@ExceptionHandler
	ModelAndView say(IllegalArgumentException wrong) {
		return message(wrong.getMessage());
	}

	private static ModelAndView message(String sentence) {
		ModelAndView page = new ModelAndView("message", "sentence", sentence);
		page.setStatus(HttpStatus.NOT_FOUND);
		return page;
	}

	private PartnerSummary summary(SealedVersion version, Party partner) {
		Optional<ReportModel> seen = this.parts.seenBefore(version.cycle(), version.version(), partner.id())
			.flatMap((earlier) -> this.reports.version(version.cycle(), earlier));
		return Summarising.of(report(version.version(), version.cycle()),
				this.parts.of(version.cycle(), version.version(), partner.id()), this.parts.names(partner.id()),
				seen.orElse(null));
	}

	private ReportModel report(int version, CycleName cycle) {
		return this.reports.version(cycle, version).orElseThrow();
	}

	private SealedVersion find(String cycle, int version) {
		return this.sealed.find(new CycleName(cycle), version)
			.orElseThrow(
					() -> Refused.notFound("No version %d of the report of %s is sealed.".formatted(version, cycle)));
	}

	/**
	 * A partner in the secretariat's list.
	 */
	record Listed(long id, String name, boolean seen) {
	}

}
