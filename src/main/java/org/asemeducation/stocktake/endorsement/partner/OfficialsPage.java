package org.asemeducation.stocktake.endorsement.partner;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.model.ReportModel.State;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where officials begin: all that is put to them in a cycle.
 */
@Controller
class OfficialsPage {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private final Officials officials;

	private final Cycles cycles;

	private final SealedVersions sealed;

	private final JdbcClient jdbc;

	private final CurrentPerson current;

	OfficialsPage(Officials officials, Cycles cycles, SealedVersions sealed, JdbcClient jdbc, CurrentPerson current) {
		this.officials = officials;
		this.cycles = cycles;
		this.sealed = sealed;
		this.jdbc = jdbc;
		this.current = current;
	}

	@GetMapping("/officials")
	ModelAndView cycles() {
		this.officials.require(this.current.get());
		return new ModelAndView("officials").addObject("cycles", this.jdbc.sql("""
				select c.name, c.title from cycle c
				where exists (select from sealed_version v where v.cycle = c.name) order by c.opened_at desc, c.name""")
			.query(Listed.class)
			.list());
	}

	@GetMapping("/officials/{cycle}")
	ModelAndView cycle(@PathVariable String cycle) {
		Person reader = this.officials.require(this.current.get());
		Cycle about = this.cycles.get(new CycleName(cycle));
		List<Shown> versions = this.sealed.of(about.name())
			.stream()
			.map((version) -> Shown.of(version, about.zone()))
			.toList();
		return new ModelAndView("officials-cycle").addObject("cycle", about)
			.addObject("secretariat", reader.isSecretariat())
			.addObject("partners", this.officials.of(reader))
			.addObject("versions", versions);
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

	/**
	 * A cycle in which something is put to officials.
	 */
	record Listed(String name, String title) {
	}

	/**
	 * A sealed version in words.
	 */
	record Shown(SealedVersion version, String title, String at) {

		private static Shown of(SealedVersion version, ZoneId zone) {
			return new Shown(version,
					(version.state() == State.FOR_OFFICIALS) ? "for senior officials"
							: (version.state() == State.CORRECTED) ? "corrected"
									: (version.number() == 0) ? "for ministers" : "for ministers, amended",
					"%s (%s)".formatted(MINUTE.format(version.sealedAt().atZone(zone)), zone.getId()));
		}

	}

}
