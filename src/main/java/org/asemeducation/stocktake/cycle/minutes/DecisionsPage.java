package org.asemeducation.stocktake.cycle.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the AES writes down what a meeting decided.
 */
@Controller
class DecisionsPage {

	private static final int FREE_ROWS = 3;

	private static final int MOST_ROWS = 110;

	private final Cycles cycles;

	private final Meetings meetings;

	private final MeetingDecisions decisions;

	private final CurrentPerson current;

	DecisionsPage(Cycles cycles, Meetings meetings, MeetingDecisions decisions, CurrentPerson current) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.decisions = decisions;
		this.current = current;
	}

	@GetMapping("/desk/meetings/{cycle}/{kind}/decisions")
	ModelAndView show(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, known(cycle), kind, this.decisions.of(cycle, kind));
	}

	@PostMapping("/desk/meetings/{cycle}/{kind}/decisions")
	ModelAndView save(@PathVariable CycleName cycle, @PathVariable MeetingKind kind,
			@RequestParam MultiValueMap<String, String> said, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		DecisionList list = read(said);
		try {
			this.decisions.save(known(cycle), kind, list, by);
		}
		catch (Refused refused) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, cycle, kind, list).addObject("problem", refused.getMessage());
		}
		next.addFlashAttribute("done", "The decisions are saved.");
		return new ModelAndView("redirect:/desk/meetings/{cycle}/{kind}/decisions");
	}

	/** For the form that records the meeting. */
	@GetMapping("/api/cycles/{cycle}/meetings/{kind}/decisions")
	@ResponseBody
	DecisionList list(@PathVariable CycleName cycle, @PathVariable MeetingKind kind) {
		this.current.get().requireSecretariat();
		this.cycles.get(cycle);
		return this.decisions.of(cycle, kind);
	}

	/** Rows without a text are none. */
	private static DecisionList read(MultiValueMap<String, String> said) {
		List<MeetingDecision> decisions = new ArrayList<>();
		for (int row = 0; row < MOST_ROWS && said.containsKey("text-" + row); row++) {
			MeetingDecision decision = new MeetingDecision(text(said, "text-" + row), text(said, "initiative-" + row));
			if (!decision.text().isEmpty()) {
				decisions.add(decision);
			}
		}
		String version = text(said, "version");
		return new DecisionList(version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0, decisions);
	}

	private ModelAndView page(HttpStatus status, CycleName cycle, MeetingKind kind, DecisionList list) {
		return new ModelAndView("decisions", status).addObject("cycle", this.cycles.get(cycle))
			.addObject("meeting", this.meetings.of(cycle, kind))
			.addObject("list", list)
			.addObject("free", FREE_ROWS);
	}

	private CycleName known(CycleName cycle) {
		return this.cycles.find(cycle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).name();
	}

	private static String text(MultiValueMap<String, String> said, String name) {
		return Optional.ofNullable(said.getFirst(name)).orElse("");
	}

}
