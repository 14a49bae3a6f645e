package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Loads a plan at the first start, when there is none: the one that comes with Stocktake,
 * or the file that {@code stocktake.plan} names. Whoever needs a plan while starting asks
 * for this bean first. Starts nothing when the file is refused.
 */
@Component
public class BundledPlan implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(BundledPlan.class);

	private static final ClassPathResource BUNDLED = new ClassPathResource("plan/action-plan-2030.yaml");

	private final Plans plans;

	private final PlanReader reader;

	private final PlanSettings settings;

	BundledPlan(Plans plans, PlanReader reader, PlanSettings settings) {
		this.plans = plans;
		this.reader = reader;
		this.settings = settings;
	}

	@Override
	public void afterPropertiesSet() {
		this.plans.loadFirst(this::read);
	}

	private ActionPlan read() {
		ActionPlan plan = (this.settings.plan() != null) ? this.reader.read(Path.of(this.settings.plan()))
				: readBundled();
		log.info("Loading \"{}\" ({}): {} initiatives.", plan.document().title(), plan.document().dated(),
				plan.initiatives().size());
		return plan;
	}

	private ActionPlan readBundled() {
		try {
			return this.reader.read("action-plan-2030.yaml", BUNDLED.getContentAsByteArray());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The bundled plan is missing from this build: build it anew.", ex);
		}
	}

}
