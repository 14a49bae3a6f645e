package org.asemeducation.stocktake.report.web;

import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.HtmlReport;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The web edition of a published report: search, filters, what belongs to whom, all files
 * and versions, and each initiative at an address that stays. The same for everybody, so
 * any cache may keep it ({@link WebTags}).
 */
@Controller
@RequestMapping("/reports/{cycle}")
class WebPages {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private final Editions editions;

	private final Reports reports;

	private final SealedVersions sealed;

	private final HtmlReport html;

	private final Licence licence;

	WebPages(Editions editions, Reports reports, SealedVersions sealed, HtmlReport html, Licence licence) {
		this.editions = editions;
		this.reports = reports;
		this.sealed = sealed;
		this.html = html;
		this.licence = licence;
	}

	@GetMapping
	String edition(@PathVariable String cycle, @ModelAttribute Search search, Model page, HttpServletResponse response)
			throws IOException {
		Edition edition = edition(cycle);
		CycleName name = new CycleName(cycle);
		List<Search.Found> found = search.in(edition.rows());
		page.addAttribute("cycle", cycle);
		page.addAttribute("edition", edition);
		page.addAttribute("search", search);
		page.addAttribute("found", found);
		page.addAttribute("glance", markup(edition.glance("/reports/" + cycle), 2));
		page.addAttribute("files", files(name, edition));
		page.addAttribute("corrections", this.reports.corrections(name)
			.stream()
			.map((it) -> "Correction %d of %s, version %d: %s".formatted(it.number(),
					DAY.format(it.at().atZone(ZoneId.of(edition.report().cycle().zone()))), it.version(), it.note()))
			.toList());
		page.addAttribute("comparisons", comparisons(name, edition.report().version()));
		page.addAttribute("licence", this.licence);
		return kept("web-edition", response);
	}

	@GetMapping("/initiatives/{initiative}")
	String initiative(@PathVariable String cycle, @PathVariable String initiative, Model page,
			HttpServletResponse response) throws IOException {
		Edition edition = edition(cycle);
		int place = edition.place(initiative)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"The report of %s has no initiative %s.".formatted(cycle, initiative)));
		List<Row> rows = edition.rows();
		page.addAttribute("cycle", cycle);
		page.addAttribute("edition", edition);
		page.addAttribute("row", rows.get(place));
		page.addAttribute("sheet", markup(Objects.requireNonNull(edition.sheets().get(initiative)), 1));
		page.addAttribute("before", (place > 0) ? rows.get(place - 1) : null);
		page.addAttribute("after", (place + 1 < rows.size()) ? rows.get(place + 1) : null);
		page.addAttribute("licence", this.licence);
		return kept("web-initiative", response);
	}

	private Edition edition(String cycle) {
		return this.editions.find(cycle)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no published report of %s here.".formatted(cycle)));
	}

	private List<SealedVersion.File> files(CycleName cycle, Edition edition) {
		return this.sealed.find(cycle, edition.report().version()).map(SealedVersion::files).orElse(List.of());
	}

	/** With what was public before, and with the reports of earlier cycles. */
	private List<Compared> comparisons(CycleName cycle, int version) {
		return Stream
			.concat(this.reports.publicVersions(cycle)
				.stream()
				.filter((it) -> it < version)
				.map((it) -> new Compared("version " + it, "/sealed/%d/since/%d".formatted(version, it))),
					this.reports.publishedBefore(cycle)
						.stream()
						.map((it) -> new Compared("the report of " + it, "/since/" + it)))
			.toList();
	}

	private String markup(Document document, int level) throws IOException {
		StringWriter markup = new StringWriter();
		this.html.writeAddressed(document, level, markup);
		return markup.toString();
	}

	private static String kept(String template, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
		return template;
	}

	/**
	 * Something that this version is compared with.
	 *
	 * @param address below that of the report
	 */
	record Compared(String with, String address) {
	}

}
