package org.asemeducation.stocktake.plan;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Register;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The Action Plan in force. Parties and who does what stand in the register; the rest is
 * kept here. Loads come one after the other, also from several nodes.
 */
@Component
public class Plans {

	private static final Why LOADED = new Why("A plan was loaded.", Basis.SECRETARIAT);

	private static final String BY_ITSELF = "stocktake";

	private final StandingPlan standing;

	private final PlanTables tables;

	private final DocumentTables documents;

	private final Register register;

	private final Surroundings surroundings;

	private final PlanChanges changes;

	private final PlanHistory history;

	private final Clock clock;

	private final TransactionTemplate writing;

	private final TransactionTemplate reading;

	Plans(StandingPlan standing, PlanTables tables, DocumentTables documents, Register register,
			Surroundings surroundings, PlanChanges changes, PlanHistory history, Clock clock,
			PlatformTransactionManager transactions) {
		this.standing = standing;
		this.tables = tables;
		this.documents = documents;
		this.register = register;
		this.surroundings = surroundings;
		this.changes = changes;
		this.history = history;
		this.clock = clock;
		this.writing = new TransactionTemplate(transactions);
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
		this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	public boolean isLoaded() {
		return this.standing.checksum().isPresent();
	}

	/**
	 * The plan in force, with the parties as the register knows them today: a coordinator
	 * found after the plan was adopted is there too.
	 * @return all of it
	 * @throws IllegalStateException when no plan has been loaded
	 */
	public ActionPlan current() {
		return read(() -> this.standing.document().map(this::assemble))
			.orElseThrow(() -> new IllegalStateException("There is no action plan yet: load one under /desk/plan."));
	}

	/**
	 * What the plan in force consists of, however many initiatives it has.
	 * @return its objectives and actions; none of either when no plan has been loaded
	 */
	public PlanOutline outline() {
		return read(() -> new PlanOutline(this.standing.objectives(), this.standing.actionTitles()));
	}

	/**
	 * What {@link #load} would do; changes nothing.
	 * @param plan the plan to compare with
	 * @return what would be added, changed, left alone and ended
	 */
	public LoadResult preview(ActionPlan plan) {
		return read(() -> compare(plan, PartyIds.supposed(plan, this.register)));
	}

	/**
	 * Puts a plan in force in place of the one that stands there, all of it or nothing.
	 * Initiatives with the same id get the new texts; those that the plan does not have
	 * are no longer in force; confirmed contributions stay. Loading what is in force
	 * already changes nothing at all.
	 * @param plan the plan to put in force
	 * @return what was added, changed, left alone and ended
	 */
	public LoadResult load(ActionPlan plan) {
		return load(plan, LOADED, BY_ITSELF);
	}

	/**
	 * Does the same for a reason.
	 * @param plan the plan to put in force
	 * @param why the reason, and the meeting that decided it
	 * @param by the user id
	 * @return what was added, changed, left alone and ended
	 */
	LoadResult load(ActionPlan plan, Why why, String by) {
		return this.writing.execute((status) -> {
			this.tables.lock();
			return write(plan, why, by);
		});
	}

	/**
	 * Loads a plan unless there is one.
	 */
	void loadFirst(Supplier<ActionPlan> plan) {
		this.writing.executeWithoutResult((status) -> {
			this.tables.lock();
			if (!isLoaded()) {
				write(plan.get(), LOADED, BY_ITSELF);
			}
		});
	}

	private LoadResult write(ActionPlan plan, Why why, String by) {
		LoadResult result = compare(plan, PartyIds.supposed(plan, this.register));
		if (!result.changed()) {
			return result;
		}
		requireNothingToCome(result);
		PartyIds parties = PartyIds.registered(plan, this.register);
		Duties duties = duties(plan, parties);
		Map<String, List<Coordination>> before = this.standing.coordination();
		Set<InitiativeId> touched = new HashSet<>(result.added());
		touched.addAll(result.altered());
		this.tables.write(plan, touched);
		this.documents.writeStructures(plan, parties);
		this.documents.writeDocument(plan.document(), Checksum.of(plan), this.clock.instant());
		touched.stream()
			.filter((id) -> !duties.of(id).equals(before.getOrDefault(id.value(), List.of())))
			.forEach((id) -> this.register.coordinate(id.value(), duties.of(id)));
		note(plan, result, why, by);
		return result;
	}

	/**
	 * What is loaded holds from today: nothing may stand behind it that was decided
	 * before.
	 */
	private void requireNothingToCome(LoadResult result) {
		List<String> toCome = this.changes.toCome();
		Stream.of(result.added(), result.altered(), result.ended())
			.flatMap(List::stream)
			.map(InitiativeId::value)
			.filter(toCome::contains)
			.findFirst()
			.ifPresent((id) -> {
				throw Refused
					.conflict("A change of %s is still to come: call it off, or load the plan once it is in force."
						.formatted(id));
			});
	}

	private void note(ActionPlan plan, LoadResult result, Why why, String by) {
		PlanDocument document = plan.document();
		Basis basis = new Basis(this.changes.today(), why.reason(), why.decidedBy());
		long change = this.changes.add("load", null, null, basis,
				"%s, %s, %s: %s.".formatted(document.title(), document.version(), document.dated(), result.inWords()),
				by);
		this.history.follow(change, basis.from(), this.standing.actions());
		this.changes.inForce(change);
	}

	private Duties duties(ActionPlan plan, PartyIds parties) {
		return new Duties(plan, parties, this.standing.coordination(), this.standing.withoutCoordinator());
	}

	private LoadResult compare(ActionPlan plan, PartyIds parties) {
		if (this.standing.checksum().filter(Checksum.of(plan)::equals).isPresent()) {
			return LoadResult.nothing(plan.initiatives());
		}
		List<Action> actions = this.standing.actions();
		return LoadResult.between(actions, this.standing.coordination(), plan, duties(plan, parties),
				this.surroundings.differ(plan, parties, actions));
	}

	private ActionPlan assemble(PlanDocument document) {
		return new ActionPlan(document, this.standing.objectives(), this.standing.actions(), this.standing.listed(),
				this.standing.structures(), this.standing.secretariatTerms());
	}

	private <T> T read(Supplier<T> reader) {
		return this.reading.execute((status) -> reader.get());
	}

	/**
	 * Why a plan is loaded.
	 *
	 * @param reason in words
	 * @param decidedBy the meeting that decided it, or {@code secretariat}
	 */
	record Why(String reason, String decidedBy) {
	}

}
