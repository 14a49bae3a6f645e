package org.asemeducation.stocktake.plan;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which plan to begin with.
 *
 * @param plan path of a plan file for the first start; none: the bundled plan
 */
@ConfigurationProperties("stocktake")
record PlanSettings(@Nullable String plan) {

	PlanSettings {
		plan = (plan == null || plan.isBlank()) ? null : plan;
	}

}
