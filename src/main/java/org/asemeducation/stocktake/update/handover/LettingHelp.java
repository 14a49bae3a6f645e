package org.asemeducation.stocktake.update.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Helper;
import org.asemeducation.stocktake.access.Helpers;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Newcomers;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.Writers;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator lets a colleague write one update until a day. No step has to end it: the
 * right is asked for at each act.
 */
@Component
class LettingHelp {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	private final Writers writers;

	private final Cycles cycles;

	private final DaysOfUpdates days;

	private final Newcomers newcomers;

	private final Helpers helpers;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	LettingHelp(Writers writers, Cycles cycles, DaysOfUpdates days, Newcomers newcomers, Helpers helpers, Audit audit,
			ApplicationEventPublisher events, Clock clock) {
		this.writers = writers;
		this.cycles = cycles;
		this.days = days;
		this.newcomers = newcomers;
		this.helpers = helpers;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Lets somebody help from now on.
	 * @param key with which update
	 * @param help who, and until when
	 * @param by the user id of one who speaks for a coordinator
	 * @throws Refused when they do not, or something is missing
	 */
	@Transactional
	void begin(UpdateKey key, Help help, String by) {
		PartyId party = this.writers.requireSpeaker(key, by).get(0);
		this.writers.admit(key, by);
		Cycle cycle = this.cycles.get(key.cycle());
		List<Problem> problems = new ArrayList<>(Successor.person(help.name(), help.email()));
		problems.addAll(wrong(help.until(), cycle, this.days.of(key).last()));
		if (!problems.isEmpty()) {
			throw Refused.invalid("Nobody is asked yet.", problems);
		}
		LocalDate until = Objects.requireNonNull(help.until());
		Contact helper = this.newcomers.helper(new NewContact(party, Objects.requireNonNull(help.name()),
				Objects.requireNonNull(help.email()), "en", null, NewContact.COORDINATOR));
		if (helper.userId().equals(by)) {
			throw Refused.invalid("Nobody is asked yet.",
					List.of(new Problem("email", "This is your own address: give that of your colleague.")));
		}
		this.helpers.allow(key.initiative().value(), party, helper.id(), help.maySubmit(), cycle.endOf(until), by);
		this.audit.record(by, "let somebody help", key.toString(), null, "%s <%s> until %s%s".formatted(helper.name(),
				helper.email(), until, help.maySubmit() ? ", may submit" : ""));
		this.events.publishEvent(new HelpBegun(key, helper.id(), label(key, helper), help.maySubmit(), until, by));
	}

	/**
	 * Ends it before its day.
	 * @param key with which update
	 * @param id which help
	 * @param by the user id of one who speaks for a coordinator
	 * @throws Refused when they do not, or it has ended already
	 */
	@Transactional
	void end(UpdateKey key, long id, String by) {
		this.writers.requireSpeaker(key, by);
		String initiative = key.initiative().value();
		Helper helper = this.helpers.of(initiative)
			.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> Refused.conflict("This help has ended already: load the page again."));
		this.helpers.end(initiative, id, by);
		this.audit.record(by, "end help", key.toString(), "%s <%s>".formatted(helper.name(), helper.email()), null);
	}

	private String label(UpdateKey key, Contact helper) {
		return this.helpers.of(key.initiative().value())
			.stream()
			.filter((one) -> one.contact().equals(helper.id()))
			.map(Helper::partyLabel)
			.findFirst()
			.orElseThrow();
	}

	private List<Problem> wrong(@Nullable LocalDate until, Cycle cycle, LocalDate last) {
		if (until == null) {
			return List.of(new Problem("until", "Give the last day on which they help."));
		}
		if (until.isBefore(LocalDate.ofInstant(this.clock.instant(), cycle.zone()))) {
			return List
				.of(new Problem("until", "%s is past: choose today or a later day.".formatted(DAY.format(until))));
		}
		return until.isAfter(last) ? List.of(new Problem("until",
				"Nothing can be written after %s: choose that day or an earlier one.".formatted(DAY.format(last))))
				: List.of();
	}

	/**
	 * Who is to help.
	 *
	 * @param name the person
	 * @param email any case
	 * @param until the last day, in the cycle's zone
	 * @param maySubmit whether they may submit, too
	 */
	record Help(@Nullable String name, @Nullable String email, @Nullable LocalDate until, boolean maySubmit) {
	}

}
