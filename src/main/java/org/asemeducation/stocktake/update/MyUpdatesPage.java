package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * "My submitted updates": all that somebody's parties were asked for, where it stands,
 * and what they have submitted.
 */
@Controller
class MyUpdatesPage {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private static final Map<String, String> STANDS = Map.of("unstaffed", "No coordinator yet", "requested", "Asked",
			"draft", "Draft begun", "returned", "Returned", "in-review", "In review", "accepted", "Accepted",
			"no-update-received", "No update received", "draft-not-submitted", "Draft not submitted");

	private static final Map<String, String> BECAME = Map.of("in-review", "", "accepted", "accepted", "returned",
			"returned with remarks", "taken-back", "taken back");

	private final Submissions submissions;

	private final TakingBack takingBack;

	private final Register register;

	private final CurrentPerson current;

	MyUpdatesPage(Submissions submissions, TakingBack takingBack, Register register, CurrentPerson current) {
		this.submissions = submissions;
		this.takingBack = takingBack;
		this.register = register;
		this.current = current;
	}

	@GetMapping("/my/updates")
	ModelAndView show() {
		String me = this.current.get().userId();
		Map<String, Round> rounds = new LinkedHashMap<>();
		for (Submissions.Asked asked : this.submissions.askedOf(me)) {
			rounds
				.computeIfAbsent(asked.cycle(),
						(name) -> new Round(name, asked.cycleTitle(), asked.zone().getId(), new ArrayList<>()))
				.updates()
				.add(line(asked, me));
		}
		return new ModelAndView("my-updates").addObject("rounds", rounds.values());
	}

	/** By the button on the page; then the form opens with the text. */
	@PostMapping("/my/updates/{cycle}/{initiative}/taking-back")
	String takeBack(@PathVariable String cycle, @PathVariable String initiative, @RequestParam int version) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		this.takingBack.takeBack(key, version, this.current.get().userId());
		return "redirect:/i/%s/%s".formatted(key.cycle(), key.initiative());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		boolean allowed = refused.why() != Refused.Why.NOT_ALLOWED;
		ModelAndView page = allowed ? show().addObject("problem", refused.getMessage())
				: new ModelAndView("message", "sentence", refused.getMessage());
		page.setStatus(allowed ? HttpStatus.CONFLICT : HttpStatus.FORBIDDEN);
		return page;
	}

	private Line line(Submissions.Asked asked, String me) {
		String stands = (asked.settledAs() != null) ? asked.settledAs()
				: (asked.state() == UpdateState.REQUESTED && asked.drafted()) ? "draft" : asked.state().word();
		List<Version> versions = asked.versions().stream().map((version) -> version(version, asked.zone())).toList();
		boolean last = asked.state() == UpdateState.IN_REVIEW
				&& this.takingBack.isPossible(UpdateKey.of(asked.cycle(), asked.initiative()), me);
		return new Line(asked.initiative(), asked.title(), stands, Objects.requireNonNull(STANDS.get(stands)),
				!versions.isEmpty() || asked.state().isAskedFor(), versions,
				last ? versions.get(versions.size() - 1).number() : null);
	}

	private Version version(Submissions.Version version, ZoneId zone) {
		Instant since = version.becameAt();
		return new Version(version.number(), moment(version.submittedAt(), zone),
				version.by(this.register.nameOf(version.submittedBy())), version.late(),
				(since != null) ? "%s on %s".formatted(BECAME.get(version.became()), moment(since, zone)) : null);
	}

	private static String moment(Instant instant, ZoneId zone) {
		return MOMENT.format(instant.atZone(zone));
	}

	/**
	 * A cycle.
	 */
	record Round(String name, String title, String zone, List<Line> updates) {
	}

	/**
	 * An update.
	 *
	 * @param takeBack the number of the version that can be taken back; {@code null} when
	 * none can
	 */
	record Line(String initiative, String title, String state, String words, boolean readable, List<Version> versions,
			@Nullable Integer takeBack) {
	}

	/**
	 * A version of it, in words.
	 */
	record Version(int number, String submitted, String by, boolean late, @Nullable String became) {
	}

}
