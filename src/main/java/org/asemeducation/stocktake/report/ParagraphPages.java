package org.asemeducation.stocktake.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.html.HtmlReport;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The draft as it would be compiled now, each paragraph with where it comes from.
 */
@Controller
@RequestMapping("/reports/{cycle}/paragraphs")
class ParagraphPages {

	private final Cycles cycles;

	private final Reports reports;

	private final CurrentPerson current;

	ParagraphPages(Cycles cycles, Reports reports, CurrentPerson current) {
		this.cycles = cycles;
		this.reports = reports;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable("cycle") CycleName name) throws IOException {
		this.current.get().requireSecretariat();
		ModelAndView page = new ModelAndView("paragraphs").addObject("cycle", this.cycles.get(name));
		StringWriter draft = new StringWriter();
		HtmlReport.writePassages(Composition.of(this.reports.current(name)), (picture) -> Optional.empty(), draft);
		return page.addObject("draft", draft.toString());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		ModelAndView page = new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus((refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
		return page;
	}

}
