package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One row of the plan: what is done, by whom, to what end.
 *
 * @param id the plan's own id
 * @param key a speaking name, if the plan gives one
 * @param programme the key of the programme that it shares with initiatives of other
 * actions, if any
 * @param title as printed
 * @param details further lines under the title
 * @param isNew whether the plan marks it as new
 * @param bracket the coordinators as the plan prints them in brackets, if it does
 * @param parties who coordinates, supports or hosts, in the plan's order
 * @param milestones activities and milestones, one paragraph each
 * @param outcomes expected outcomes by 2030, one paragraph each
 * @param links web addresses
 */
public record Initiative(InitiativeId id, @Nullable String key, @Nullable String programme, String title,
		List<String> details, boolean isNew, @Nullable String bracket, List<PlanParty> parties, List<String> milestones,
		List<String> outcomes, List<String> links) {

	public Initiative {
		Text.present("the title of initiative " + id, title, Text.SHORT * 2);
		details = texts("a detail", id, details);
		parties = List.copyOf(parties);
		milestones = texts("a milestone", id, milestones);
		outcomes = texts("an outcome", id, outcomes);
		links = texts("a link", id, links);
		links.forEach(Initiative::link);
	}

	/**
	 * Who is asked for an update.
	 * @return the coordinators; none when the plan names nobody
	 */
	public List<PlanParty> coordinators() {
		return this.parties.stream().filter(PlanParty::isCoordinator).toList();
	}

	/**
	 * The coordinators as the plan prints them, for reading only.
	 * @return the words in brackets, else the coordinators' labels; empty when there is
	 * neither
	 */
	public String printedCoordinators() {
		return (this.bracket != null) ? this.bracket
				: coordinators().stream().map(PlanParty::label).collect(Collectors.joining(", "));
	}

	Initiative withoutParties() {
		return new Initiative(this.id, this.key, this.programme, this.title, this.details, this.isNew, this.bracket,
				List.of(), this.milestones, this.outcomes, this.links);
	}

	static String link(String link) {
		if (!link.strip().startsWith("https://") && !link.strip().startsWith("http://")) {
			throw new IllegalArgumentException(
					"\"%s\" is not a web address: it has to begin with https:// or http://".formatted(link));
		}
		return link;
	}

	private static List<String> texts(String what, InitiativeId id, List<String> texts) {
		texts.forEach((text) -> Text.present("%s of initiative %s".formatted(what, id), text, Text.LONG));
		return List.copyOf(texts);
	}

}
