package org.asemeducation.stocktake.plan.change;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanRow;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Behind the entry "Change the plan", for the AES: the same acts as on the page of the
 * changes.
 */
@RestController
@RequestMapping("/api/plan/changes")
class PlanChangeController {

	/** Names of parties that show how they are written. */
	private static final int EXAMPLES = 6;

	private final ChangePlan plan;

	private final PlanEntry entry;

	private final PlanChanges changes;

	private final PlanHistory history;

	private final OpenCopies copies;

	private final DecidedChanges decided;

	private final Register register;

	private final CurrentPerson current;

	PlanChangeController(ChangePlan plan, PlanEntry entry, PlanChanges changes, PlanHistory history, OpenCopies copies,
			DecidedChanges decided, Register register, CurrentPerson current) {
		this.plan = plan;
		this.entry = entry;
		this.changes = changes;
		this.history = history;
		this.copies = copies;
		this.decided = decided;
		this.register = register;
		this.current = current;
	}

	/** What there is to choose from. */
	@GetMapping
	Choices choices() {
		secretariat();
		Map<Integer, String> actions = this.history.actions(this.changes.today());
		Map<Integer, String> next = new TreeMap<>();
		actions.keySet().forEach((action) -> next.put(action, this.decided.nextId(action)));
		return new Choices(
				Arrays.stream(Act.values())
					.map((act) -> new Choice(act.word(), act.title(), act.brings(), act.hasOther()))
					.toList(),
				this.history.offered(this.changes.today(), PlanChangesPage.MOST_OFFERED)
					.stream()
					.map(PlanChangeController::row)
					.toList(),
				actions, next, this.register.names(EXAMPLES), this.copies.meetings());
	}

	/**
	 * One initiative as it stands today: what is too many to be offered is looked up.
	 */
	@GetMapping("/initiatives/{initiative}")
	Row one(@PathVariable("initiative") InitiativeId initiative) {
		secretariat();
		return this.history.on(initiative, this.changes.today())
			.map(PlanChangeController::row)
			.orElseThrow(() -> Refused.notFound("The plan has no initiative %s.".formatted(initiative)));
	}

	@PostMapping("/preview")
	Preview preview(@RequestBody ChangeForm form) {
		secretariat();
		Asked asked = form.read(this.register);
		long seen = this.changes.latest();
		return new Preview(seen,
				new ForeseenChange(this.changes.today(), this.copies).inWords(asked, this.plan.preview(asked)));
	}

	@PostMapping
	Made make(@RequestBody Seen seen) {
		String by = secretariat();
		return new Made(this.entry.make(seen.change().read(this.register), seen.seen(), by).means());
	}

	private static Row row(PlanRow row) {
		return new Row(row.id().value(), row.initiative().title(), row.action(), row.standing().label(),
				PlanChangesPage.parties(row));
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	/**
	 * What the form offers.
	 *
	 * @param actions titles by number
	 * @param next the id that a new initiative would get, by the number of its action
	 * @param initiatives of today; none where they are too many to choose from
	 * @param parties how some stand in the register
	 * @param meetings who may have decided
	 */
	record Choices(List<Choice> acts, List<Row> initiatives, Map<Integer, String> actions, Map<Integer, String> next,
			List<String> parties, List<String> meetings) {
	}

	/**
	 * An act.
	 *
	 * @param brings whether it makes an initiative
	 * @param hasOther whether it names a second one
	 */
	record Choice(String word, String title, boolean brings, boolean hasOther) {
	}

	/**
	 * An initiative of today.
	 *
	 * @param action the number of its action
	 * @param standing such as {@code in force}
	 * @param parties who does what for it, one in a line, who leads first
	 */
	record Row(String id, String title, int action, String standing, String parties) {
	}

	/**
	 * What a change would mean.
	 *
	 * @param seen which state of the plan it was looked at on
	 * @param lines sentences
	 */
	record Preview(long seen, List<String> lines) {
	}

	/**
	 * A change whose preview was seen.
	 */
	record Seen(long seen, @Nullable ChangeForm form) {

		ChangeForm change() {
			return (this.form != null) ? this.form : ChangeForm.EMPTY;
		}

	}

	/**
	 * What was changed, in a sentence.
	 */
	record Made(String means) {
	}

}
