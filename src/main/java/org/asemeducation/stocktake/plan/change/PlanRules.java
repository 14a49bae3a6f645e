package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRow;
import org.asemeducation.stocktake.plan.Standing;

/**
 * What may be done to the plan and what becomes of it. Whatever may not be done is
 * refused in one sentence.
 */
final class PlanRules {

	private static final int MOST_YEARS = 5;

	private final Asked asked;

	private final Ground ground;

	PlanRules(Asked asked, Ground ground) {
		this.asked = asked;
		this.ground = ground;
	}

	Outcome outcome(LocalDate today) {
		Outcome outcome = switch (this.asked.act()) {
			case ADD -> add();
			case RENAME -> rename();
			case MOVE -> move();
			case COORDINATORS -> coordinators();
			case MERGE -> merge();
			case SPLIT -> split();
			case SUSPEND -> suspend();
			case REVIVE -> revive();
			case END -> end();
		};
		requireDay(today);
		return outcome;
	}

	private Outcome add() {
		PlanRow added = fresh();
		return new Outcome(List.of(added),
				"%s “%s” is added to action %d.".formatted(added.id(), added.initiative().title(), added.action()));
	}

	private Outcome split() {
		PlanRow from = living("other", other());
		PlanRow added = fresh();
		return new Outcome(List.of(added), "%s “%s” is split off %s, which goes on, and stands under action %d."
			.formatted(added.id(), added.initiative().title(), from.id(), added.action()));
	}

	private Outcome rename() {
		PlanRow row = living("initiative", initiative());
		if (this.asked.title().equals(row.initiative().title())) {
			throw refuse("title", "%s has that title already: give another one.".formatted(row.id()));
		}
		PlanRow renamed = make("title", () -> row.titled(this.asked.title()));
		return new Outcome(List.of(renamed),
				"%s “%s” is renamed to “%s”.".formatted(row.id(), row.initiative().title(), this.asked.title()));
	}

	private Outcome move() {
		PlanRow row = living("initiative", initiative());
		if (row.action() == this.asked.action()) {
			throw refuse("action",
					"%s stands under action %d already: choose another action.".formatted(row.id(), row.action()));
		}
		requireAction(this.asked.action());
		return new Outcome(List.of(row.under(this.asked.action(), this.ground.nextPosition())),
				"%s moves from action %d to action %d.".formatted(row.id(), row.action(), this.asked.action()));
	}

	private Outcome coordinators() {
		PlanRow row = living("initiative", initiative());
		requireDistinct(this.asked.parties());
		if (this.asked.parties().equals(row.initiative().parties())) {
			throw refuse("parties", "They do that for %s already: nothing would change.".formatted(row.id()));
		}
		PlanRow now = row.with(this.asked.parties());
		return new Outcome(List.of(now), inPlace(row, now));
	}

	private Outcome merge() {
		PlanRow row = living("initiative", initiative());
		PlanRow into = other();
		if (into.id().equals(row.id())) {
			throw refuse("other", "%s cannot be merged into itself: choose another initiative.".formatted(row.id()));
		}
		if (into.standing() != Standing.IN_FORCE) {
			throw refuse("other", "%s is %s, so nothing can be merged into it: choose one that is in force."
				.formatted(into.id(), into.standing().label()));
		}
		List<PlanRow> rows = new ArrayList<>(List.of(row.as(Standing.ENDED)));
		List<PlanParty> parties = joined(into.initiative().parties(), row.initiative().parties());
		boolean joined = this.asked.takeOver() && parties.size() > into.initiative().parties().size();
		if (joined) {
			rows.add(into.with(parties));
		}
		return new Outcome(rows, "%s is merged into %s and ends.%s".formatted(row.id(), into.id(),
				joined ? " For %s: %s.".formatted(into.id(), inWords(parties)) : ""));
	}

	private Outcome suspend() {
		PlanRow row = initiative();
		if (row.standing() != Standing.IN_FORCE) {
			throw refuse("initiative",
					"%s is %s: only what is in force can be suspended.".formatted(row.id(), row.standing().label()));
		}
		return new Outcome(List.of(row.as(Standing.SUSPENDED)), "%s is suspended.".formatted(row.id()));
	}

	private Outcome revive() {
		PlanRow row = initiative();
		if (row.standing() == Standing.IN_FORCE) {
			throw refuse("initiative", "%s is in force: there is nothing to revive.".formatted(row.id()));
		}
		if (!this.ground.actions().containsKey(row.action())) {
			throw refuse("initiative", "Action %d, under which %s stood, is no longer in the plan: add it anew instead."
				.formatted(row.action(), row.id()));
		}
		return new Outcome(List.of(row.as(Standing.IN_FORCE)),
				"%s, which was %s, is in force again.".formatted(row.id(), row.standing().label()));
	}

	private Outcome end() {
		PlanRow row = living("initiative", initiative());
		return new Outcome(List.of(row.as(Standing.ENDED)), "%s ends.".formatted(row.id()));
	}

	private PlanRow fresh() {
		if (this.ground.initiative().isPresent()) {
			throw refuse("initiative", "There is or was an initiative %s: give the new one an id of its own."
				.formatted(this.asked.initiative()));
		}
		requireAction(this.asked.action());
		requireDistinct(this.asked.parties());
		return make("title", () -> new PlanRow(
				new Initiative(this.asked.initiative(), null, null, this.asked.title(), this.asked.description(), true,
						null, this.asked.parties(), this.asked.milestones(), this.asked.outcomes(), List.of()),
				Standing.IN_FORCE, this.asked.action(), this.ground.nextPosition()));
	}

	private PlanRow initiative() {
		return this.ground.initiative().orElseThrow(() -> unknown("initiative", this.asked.initiative()));
	}

	private PlanRow other() {
		InitiativeId id = this.asked.other();
		if (id == null) {
			throw refuse("other", "Say which other initiative it is about.");
		}
		return this.ground.other().orElseThrow(() -> unknown("other", id));
	}

	private static PlanRow living(String field, PlanRow row) {
		if (row.isEnded()) {
			throw refuse(field, "%s has ended, so nothing can be done to it but to revive it.".formatted(row.id()));
		}
		return row;
	}

	private void requireAction(int action) {
		if (!this.ground.actions().containsKey(action)) {
			throw refuse("action", (action == 0) ? "Choose the action under which it stands."
					: "The plan has no action %d: choose one that it has.".formatted(action));
		}
	}

	private static void requireDistinct(List<PlanParty> parties) {
		for (int at = 0; at < parties.size(); at++) {
			PlanParty party = parties.get(at);
			if (parties.subList(0, at).stream().anyMatch((other) -> isSame(other, party))) {
				throw refuse("parties", "%s is named twice: name each party once.".formatted(party.label()));
			}
		}
	}

	private void requireDay(LocalDate today) {
		LocalDate from = this.asked.basis().from();
		requireAfter(from, this.ground.lastDay(), this.asked.initiative());
		if (this.asked.other() != null) {
			requireAfter(from, this.ground.otherLastDay(), this.asked.other());
		}
		if (from.isBefore(this.ground.firstDay())) {
			throw refuse("from", "The history of the plan begins on %s: choose that day or a later one."
				.formatted(Days.inWords(this.ground.firstDay())));
		}
		if (from.isAfter(today.plusYears(MOST_YEARS))) {
			throw refuse("from",
					"%s is more than %d years ahead: choose an earlier day.".formatted(Days.inWords(from), MOST_YEARS));
		}
	}

	private static void requireAfter(LocalDate from, java.util.Optional<LocalDate> last, InitiativeId id) {
		last.filter(from::isBefore).ifPresent((day) -> {
			throw refuse("from", "%s was last changed with effect from %s: choose that day or a later one."
				.formatted(id, Days.inWords(day)));
		});
	}

	private static boolean isSame(PlanParty one, PlanParty other) {
		return one.name().equals(other.name());
	}

	/** Who does what for an initiative once the coordinators of another join. */
	static List<PlanParty> joined(List<PlanParty> into, List<PlanParty> merged) {
		List<PlanParty> parties = new ArrayList<>(into);
		merged.stream()
			.filter(PlanParty::isCoordinator)
			.filter((party) -> parties.stream().noneMatch((known) -> isSame(known, party)))
			.forEach(parties::add);
		return parties;
	}

	static String inPlace(PlanRow before, PlanRow now) {
		String words = inWords(now.initiative().parties());
		return before.initiative().coordinators().isEmpty()
				? "%s: %s, where nobody coordinated.".formatted(now.id(), words)
				: "%s: %s, in place of %s.".formatted(now.id(), words, inWords(before.initiative().parties()));
	}

	static String inWords(List<PlanParty> parties) {
		List<PlanParty> coordinators = parties.stream().filter(PlanParty::isCoordinator).toList();
		String words = coordinators.isEmpty() ? "nobody coordinates"
				: (coordinators.size() == 1) ? "%s coordinates".formatted(coordinators.get(0).label())
						: "%s leads and %s coordinate".formatted(coordinators.get(0).label(),
								coordinators.stream().skip(1).map(PlanParty::label).collect(Collectors.joining(", ")));
		String others = parties.stream()
			.filter((party) -> !party.isCoordinator())
			.map((party) -> ", %s (%s)".formatted(party.label(), party.role()))
			.collect(Collectors.joining());
		return words + others;
	}

	private static <T> T make(String field, java.util.function.Supplier<T> record) {
		try {
			return record.get();
		}
		catch (IllegalArgumentException ex) {
			throw refuse(field, Days.sentence(String.valueOf(ex.getMessage())));
		}
	}

	private static Refused unknown(String field, InitiativeId id) {
		return refuse(field, "The plan has never had an initiative %s: check the id.".formatted(id));
	}

	static Refused refuse(String field, String sentence) {
		return Refused.invalid(sentence, List.of(new Problem(field, sentence)));
	}

}
