package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.report.InitiativeRows.Asked;
import org.asemeducation.stocktake.report.PlanRows.Frame;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.Part.ActionSection;
import org.asemeducation.stocktake.report.model.Part.Kind;

/**
 * Puts the initiatives under their actions and the actions under the objectives that the
 * secretariat has confirmed; an action that serves several stands under the first.
 */
class Grouping {

	private final Frame frame;

	Grouping(Frame frame) {
		this.frame = frame;
	}

	List<Part> parts(Map<Asked, Initiative> initiatives) {
		List<ActionSection> actions = actions(initiatives);
		List<ActionSection> unconfirmed = actions.stream().filter((it) -> objectives(it).isEmpty()).toList();
		if (unconfirmed.size() == actions.size()) {
			return List.of(new Part(Kind.BY_ACTION, null, "Initiatives by action", List.of(), actions, List.of()));
		}
		List<Part> parts = new ArrayList<>();
		this.frame.objectives().forEach((number, title) -> {
			List<ActionSection> first = actions.stream().filter((it) -> objectives(it).indexOf(number) == 0).toList();
			List<Integer> also = actions.stream()
				.filter((it) -> objectives(it).indexOf(number) > 0)
				.map(ActionSection::number)
				.toList();
			parts.add(new Part(Kind.OBJECTIVE, number, title, this.frame.subgoals(number), first, also));
		});
		if (!unconfirmed.isEmpty()) {
			parts.add(new Part(Kind.UNCONFIRMED, null, "Actions whose objective is not yet confirmed", List.of(),
					unconfirmed, List.of()));
		}
		return parts;
	}

	private List<ActionSection> actions(Map<Asked, Initiative> initiatives) {
		Map<Integer, String> titles = new LinkedHashMap<>();
		Map<Integer, List<Initiative>> byAction = new LinkedHashMap<>();
		initiatives.forEach((asked, initiative) -> {
			titles.putIfAbsent(asked.action(), asked.actionTitle());
			byAction.computeIfAbsent(asked.action(), (number) -> new ArrayList<>()).add(initiative);
		});
		return byAction.entrySet()
			.stream()
			.map((it) -> new ActionSection(it.getKey(), titles.get(it.getKey()), this.frame.confirmed(it.getKey()),
					it.getValue()))
			.toList();
	}

	private List<Integer> objectives(ActionSection action) {
		return this.frame.servedBy(action.number());
	}

}
