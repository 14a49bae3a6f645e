package org.asemeducation.stocktake.endorsement.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat puts a published report right.
 */
@Controller
@RequestMapping("/desk/corrections/{cycle}")
class CorrectionsPage {

	private final Reports reports;

	private final Correcting correcting;

	private final CurrentPerson current;

	CorrectionsPage(Reports reports, Correcting correcting, CurrentPerson current) {
		this.reports = reports;
		this.correcting = correcting;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable String cycle) {
		this.current.get().requireSecretariat();
		return page(new CycleName(cycle), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView correct(@PathVariable String cycle, @RequestParam(required = false) @Nullable String place,
			@RequestParam(required = false) @Nullable String wrong,
			@RequestParam(required = false) @Nullable String right,
			@RequestParam(required = false) @Nullable String note, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		CycleName name = new CycleName(cycle);
		try {
			this.correcting.correct(name, place, wrong, right, note, by);
		}
		catch (Refused refused) {
			return page(name,
					(refused.why() == Refused.Why.INVALID) ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT)
				.addObject("problem", refused.getMessage())
				.addObject("wrong", wrong)
				.addObject("right", right)
				.addObject("note", note);
		}
		next.addFlashAttribute("done", "The corrected version is public; the one before stays at its address.");
		return new ModelAndView("redirect:/desk/corrections/{cycle}");
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

	private ModelAndView page(CycleName cycle, HttpStatus status) {
		ReportModel report = this.reports.published(cycle)
			.orElseThrow(() -> Refused.notFound("No report of %s is published.".formatted(cycle)));
		Map<String, String> places = new LinkedHashMap<>();
		report.chapters().forEach((chapter) -> places.put(chapter.key(), chapter.title()));
		report.initiatives().forEach((one) -> places.put(one.id(), "%s %s".formatted(one.id(), one.title())));
		Annex annex = report.workPlan();
		List<Annex.Line> lines = (annex != null) ? annex.lines() : new ArrayList<>();
		lines.forEach((line) -> places.put("annex-" + line.number(),
				"Line %d of the annex (%s)".formatted(line.number(), line.initiative())));
		return new ModelAndView("corrections", status).addObject("cycle", cycle.value())
			.addObject("version", report.version())
			.addObject("places", places)
			.addObject("corrections", this.reports.corrections(cycle));
	}

}
