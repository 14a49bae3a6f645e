package org.asemeducation.stocktake.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a machine can say about whether people with a disability can use what we drew. In
 * Camunda's applications only our own parts are looked at.
 */
public final class Accessible {

	private static final List<String> GRAVE = List.of("serious", "critical");

	/** What is ours in Camunda's applications: forms, and parts of Cockpit. */
	private static final List<String> OURS = List.of(".stocktake", ".st-cockpit", ".st-steps", ".st-named");

	private Accessible() {
	}

	/**
	 * Looks at what is shown at the moment.
	 * @param page a page of ours, or one with our forms
	 * @throws AssertionError when somebody would be kept out or seriously hindered
	 */
	public static void check(Page page) {
		assertThat(page.locator(".st-page-header").count()).as("headers of " + page.url()).isLessThanOrEqualTo(1);
		AxeBuilder axe = new AxeBuilder(page);
		if (page.url().contains("/camunda/")) {
			OURS.stream().filter((ours) -> page.locator(ours).count() > 0).forEach(axe::include);
		}
		AxeResults results = axe.analyze();
		assertThat(results.getPasses()).as("rules that %s was held to", page.url()).isNotEmpty();
		assertThat(results.getViolations()
			.stream()
			.filter((rule) -> GRAVE.contains(rule.getImpact()))
			.flatMap((rule) -> rule.getNodes()
				.stream()
				.map((node) -> "%s: %s in %s".formatted(rule.getId(), rule.getHelp(), node.getHtml()))))
			.as(page.url())
			.isEmpty();
	}

}
