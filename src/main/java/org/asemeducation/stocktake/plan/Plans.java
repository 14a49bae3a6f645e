package org.asemeducation.stocktake.plan;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Register;

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

	private final StandingPlan standing;

	private final PlanTables tables;

	private final DocumentTables documents;

	private final Register register;

	private final Clock clock;

	private final TransactionTemplate writing;

	private final TransactionTemplate reading;

	Plans(StandingPlan standing, PlanTables tables, DocumentTables documents, Register register, Clock clock,
			PlatformTransactionManager transactions) {
		this.standing = standing;
		this.tables = tables;
		this.documents = documents;
		this.register = register;
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
	 * What {@link #load} would do; changes nothing.
	 * @param plan the plan to compare with
	 * @return what would be added, changed, left alone and ended
	 */
	public LoadResult preview(ActionPlan plan) {
		return read(() -> compare(plan, duties(plan, PartyIds.supposed(plan, this.register))));
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
		return this.writing.execute((status) -> {
			this.tables.lock();
			return write(plan);
		});
	}

	/**
	 * Loads a plan unless there is one.
	 */
	void loadFirst(Supplier<ActionPlan> plan) {
		this.writing.executeWithoutResult((status) -> {
			this.tables.lock();
			if (!isLoaded()) {
				write(plan.get());
			}
		});
	}

	private LoadResult write(ActionPlan plan) {
		String checksum = Checksum.of(plan);
		if (this.standing.checksum().filter(checksum::equals).isPresent()) {
			return LoadResult.nothing(plan.initiatives());
		}
		PartyIds parties = PartyIds.registered(plan, this.register);
		Duties duties = duties(plan, parties);
		Map<String, List<Coordination>> before = this.standing.coordination();
		LoadResult result = compare(plan, duties);
		Set<InitiativeId> touched = new HashSet<>(result.added());
		touched.addAll(result.altered());
		this.tables.write(plan, touched);
		this.documents.writeStructures(plan, parties);
		this.documents.writeDocument(plan.document(), checksum, this.clock.instant());
		touched.stream()
			.filter((id) -> !duties.of(id).equals(before.getOrDefault(id.value(), List.of())))
			.forEach((id) -> this.register.coordinate(id.value(), duties.of(id)));
		return result;
	}

	private Duties duties(ActionPlan plan, PartyIds parties) {
		return new Duties(plan, parties, this.standing.coordination(), this.standing.withoutCoordinator());
	}

	private LoadResult compare(ActionPlan plan, Duties duties) {
		return this.standing.checksum().filter(Checksum.of(plan)::equals).isPresent()
				? LoadResult.nothing(plan.initiatives())
				: LoadResult.between(this.standing.actions(), this.standing.coordination(), plan, duties);
	}

	private ActionPlan assemble(PlanDocument document) {
		return new ActionPlan(document, this.standing.objectives(), this.standing.actions(), this.standing.listed(),
				this.standing.structures(), this.standing.secretariatTerms());
	}

	private <T> T read(Supplier<T> reader) {
		return this.reading.execute((status) -> reader.get());
	}

}
