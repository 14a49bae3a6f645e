package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.BroughtPlans;
import org.asemeducation.stocktake.update.completion.PlanCompletion;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Writes the new version of a plan that a round has led to, and what became of each line.
 */
@Component
@Profile(Rehearse.PROFILE)
class CompletedPlanFiles {

	private final PlanCompletion completion;

	private final BroughtPlans plans;

	CompletedPlanFiles(PlanCompletion completion, BroughtPlans plans) {
		this.completion = completion;
		this.plans = plans;
	}

	void write(CycleName round, Path out) throws IOException {
		ActionPlan plan = this.completion.newVersion(round)
			.orElseThrow(() -> new IllegalStateException("The plan of %s was not completed.".formatted(round)));
		for (String suffix : List.of("yaml", "xlsx")) {
			try (OutputStream content = Files.newOutputStream(out.resolve("plan." + suffix))) {
				this.plans.write(plan, suffix, content);
			}
		}
		new Table(List.of("initiative", "where", "before", "outcome", "after", "asked"),
				this.completion.comparison(round))
			.write(out.resolve("placeholders.csv"));
	}

}
