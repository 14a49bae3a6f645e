package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.change.PlanComparison;
import org.asemeducation.stocktake.plan.change.WordsCompared;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What loading a plan would do, initiative by initiative, for whoever is to decide on it.
 */
@Component
public class ForeseenLoads {

	private final Plans plans;

	private final PlanChanges changes;

	private final PlanInForce inForce;

	private final WordsCompared words;

	ForeseenLoads(Plans plans, PlanChanges changes, PlanInForce inForce, WordsCompared words) {
		this.plans = plans;
		this.changes = changes;
		this.inForce = inForce;
		this.words = words;
	}

	/**
	 * What it would do; does nothing.
	 * @param plan the plan to load
	 * @return in words and row by row
	 */
	public ForeseenLoad of(ActionPlan plan) {
		long seen = this.changes.latest();
		LoadResult result = this.plans.preview(plan);
		return new ForeseenLoad(seen, result.changed(), result.inWords(), changes(plan, result));
	}

	/**
	 * Goes on only if the plan in force is the one that was looked at, and nobody changes
	 * it until the transaction ends.
	 * @param seen {@link ForeseenLoad#seen()}; {@code null} where nobody has looked
	 * @throws Refused when it is another
	 */
	public void requireUnchanged(@Nullable Long seen) {
		this.inForce.lock();
		if (seen == null || seen != this.changes.latest()) {
			throw Refused.conflict((seen == null)
					? "Nothing is put in force that was not looked at: look at what it would change, then do it."
					: "The plan in force was changed meanwhile, so nothing is done: look again at what this version would change.");
		}
	}

	private List<ForeseenLoad.Change> changes(ActionPlan plan, LoadResult result) {
		ActionPlan before = this.plans.isLoaded() ? this.plans.current() : plan;
		List<PlanComparison.Difference> different = new PlanComparison(this.words).between(PlanRow.all(before),
				PlanRow.all(plan));
		List<ForeseenLoad.Change> changes = new ArrayList<>();
		changes.add(new ForeseenLoad.Change("Would be added", rows(plan, result.added(), List.of())));
		changes.add(new ForeseenLoad.Change("Would be changed", rows(plan, result.altered(), different)));
		changes.add(new ForeseenLoad.Change("Would no longer be in force", rows(before, result.ended(), List.of())));
		changes.add(new ForeseenLoad.Change("Would be left alone", rows(plan, result.kept(), List.of())));
		return changes;
	}

	private static List<ForeseenLoad.Row> rows(ActionPlan plan, List<InitiativeId> ids,
			List<PlanComparison.Difference> different) {
		Map<String, PlanComparison.Difference> byId = different.stream()
			.collect(Collectors.toMap(PlanComparison.Difference::initiative, Function.identity()));
		return ids.stream()
			.map(plan::initiative)
			.flatMap(Optional::stream)
			.map((it) -> row(it, byId.get(it.id().value())))
			.toList();
	}

	private static ForeseenLoad.Row row(Initiative initiative, PlanComparison.@Nullable Difference difference) {
		String title = "%s %s".formatted(initiative.id(), initiative.title());
		return (difference != null)
				? new ForeseenLoad.Row(title, String.join("; ", difference.what()), difference.words())
				: new ForeseenLoad.Row(title, "", List.of());
	}

}
