package org.asemeducation.stocktake.cycle.completion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.Action;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanPlaceholder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows that a round begins with: the draft, what is asked of whom, and each
 * placeholder. The ids of its requests are its own, so that whoever is asked about a
 * draft has no part in the plan in force.
 */
@Component
class AskedRows {

	private static final int LONGEST_ID = 20;

	private final Completions completions;

	private final Register register;

	private final JdbcClient jdbc;

	AskedRows(Completions completions, Register register, JdbcClient jdbc) {
		this.completions = completions;
		this.register = register;
		this.jdbc = jdbc;
	}

	void write(CycleName cycle, Completions.Draft draft, ActionPlan plan, List<Group> groups) {
		int number = this.completions.add(cycle, draft);
		Map<InitiativeId, Integer> seen = new HashMap<>();
		int position = 0;
		for (Group group : groups) {
			position++;
			InitiativeId id = id(number, group.initiative(), seen.merge(group.initiative(), 1, Integer::sum), position);
			this.register.coordinate(id.value(),
					IntStream.range(0, group.parties().size())
						.mapToObj((at) -> new Coordination(group.parties().get(at).id(), "coordinator", at + 1))
						.toList());
			copy(cycle, id, position, plan, group);
			int line = 0;
			for (Map.Entry<Integer, PlanPlaceholder> one : group.placeholders().entrySet()) {
				this.completions.add(cycle, new AskedPlaceholder(one.getKey(), id, ++line, one.getValue()));
			}
		}
	}

	/** Such as {@code C3-D01-I01}, and {@code C3-D01-I01-2} for the next party asked. */
	private static InitiativeId id(int number, InitiativeId initiative, int party, int position) {
		String id = "C%d-%s%s".formatted(number, initiative, (party > 1) ? "-" + party : "");
		return new InitiativeId((id.length() <= LONGEST_ID) ? id : "C%d-P%d".formatted(number, position));
	}

	private void copy(CycleName cycle, InitiativeId id, int position, ActionPlan plan, Group group) {
		Initiative initiative = plan.initiative(group.initiative()).orElseThrow();
		Action action = plan.actions()
			.stream()
			.filter((it) -> it.initiatives().contains(initiative))
			.findFirst()
			.orElseThrow();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators, links, milestones, outcomes)
				values (:cycle, :initiative, :position, :action, :actionTitle, :title, :isNew, :wording, :coordinators,
				    :links, :milestones, :outcomes)""")
			.param("cycle", cycle.value())
			.param("initiative", id.value())
			.param("position", position)
			.param("action", action.number())
			.param("actionTitle", action.title())
			.param("title", initiative.title())
			.param("isNew", initiative.isNew())
			.param("wording", plan.document().wording().word())
			.param("coordinators", group.parties().stream().map(Party::name).collect(Collectors.joining("; ")))
			.param("links", initiative.links().toArray(String[]::new))
			.param("milestones", initiative.milestones().toArray(String[]::new))
			.param("outcomes", initiative.outcomes().toArray(String[]::new))
			.update();
	}

	/**
	 * What is asked of the same parties about one initiative.
	 *
	 * @param initiative the draft's
	 * @param parties who is asked; none when somebody is still to be found
	 * @param placeholders by their position in the draft
	 */
	record Group(InitiativeId initiative, List<Party> parties, Map<Integer, PlanPlaceholder> placeholders) {
	}

}
