package org.asemeducation.stocktake.update.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateState;
import org.springframework.stereotype.Component;

/**
 * Which updates can be given more time, and until when.
 */
@Component
class ExtensionRules {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	private final Cycles cycles;

	private final DaysOfUpdates days;

	private final Clock clock;

	ExtensionRules(Cycles cycles, DaysOfUpdates days, Clock clock) {
		this.cycles = cycles;
		this.days = days;
		this.clock = clock;
	}

	/**
	 * Refuses unless the update waits for its coordinators.
	 * @param request as it stands
	 */
	void requireWaiting(UpdateRequest request) {
		String initiative = request.key().initiative().value();
		if (request.state() == UpdateState.UNSTAFFED) {
			throw Refused
				.conflict("Nobody coordinates %s yet: there is nobody to give more time.".formatted(initiative));
		}
		if (!request.state().isAskedFor()) {
			throw Refused.conflict("The update of %s is %s: there is nothing to extend.".formatted(initiative,
					(request.state() == UpdateState.IN_REVIEW) ? "submitted and lies with the reviewers" : "closed"));
		}
		if (!this.days.takesIn(request.key())) {
			throw Refused.conflict(
					"The gathering of %s is over for %s: its days stand.".formatted(request.key().cycle(), initiative));
		}
	}

	/**
	 * Refuses a day that is no extension.
	 * @param request as it stands
	 * @param until the day
	 * @param pastFreeze whether the AES lets it count after the freeze
	 */
	void check(UpdateRequest request, LocalDate until, boolean pastFreeze) {
		requireLater(request, until);
		Cycle cycle = cycle(request);
		LocalDate freeze = cycle.date(DeadlineKind.FREEZE);
		if (until.isAfter(freeze) && !pastFreeze) {
			throw refusal("%s is after the end of gathering (%s). Say that you allow it, or choose a day that is not."
				.formatted(day(until), day(freeze)));
		}
		if (!until.isAfter(freeze) && pastFreeze) {
			throw Refused.invalid("Nothing is extended yet.", List.of(new Problem("pastFreeze",
					"%s is not after the end of gathering (%s): leave this out.".formatted(day(until), day(freeze)))));
		}
	}

	/**
	 * Refuses a day that is not later than the one that counts.
	 * @param request as it stands
	 * @param until the day
	 */
	void requireLater(UpdateRequest request, LocalDate until) {
		LocalDate due = this.days.due(request);
		if (!until.isAfter(due)) {
			throw refusal("Choose a later day: the update of %s is asked for until %s already."
				.formatted(request.key().initiative(), day(due)));
		}
		if (until.isBefore(LocalDate.ofInstant(this.clock.instant(), cycle(request).zone()))) {
			throw refusal("%s is past: choose today or a later day.".formatted(day(until)));
		}
		if (until.getYear() > 9999) {
			throw refusal("Choose a day before the year 10000.");
		}
	}

	/** What is to be thought about, and no reason to refuse. */
	List<String> warnings(UpdateRequest request, LocalDate until) {
		LocalDate reviews = cycle(request).date(DeadlineKind.REVIEWS);
		return Optional.of(until)
			.filter((day) -> day.isAfter(reviews))
			.map((day) -> "It is after the end of the reviews (%s): the draft report is compiled without this update."
				.formatted(day(reviews)))
			.stream()
			.toList();
	}

	private Cycle cycle(UpdateRequest request) {
		return this.cycles.get(request.key().cycle());
	}

	private static Refused refusal(String message) {
		return Refused.invalid("Nothing is extended yet.", List.of(new Problem("until", message)));
	}

	/** Such as {@code Friday 15 September 2023}. */
	static String day(LocalDate day) {
		return DAY.format(day);
	}

}
