package org.asemeducation.stocktake.cycle.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.BroughtPlans;
import org.asemeducation.stocktake.plan.PlanPlaceholder;
import org.asemeducation.stocktake.plan.PlanPlaceholders;
import org.asemeducation.stocktake.plan.PlanRefused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a round that completes a draft of a plan: each party is asked once about each
 * initiative, for all of its placeholders there.
 */
@Component
public class CompletionOpening {

	private final CycleOpening opening;

	private final AskedRows rows;

	private final BroughtPlans plans;

	private final Register register;

	CompletionOpening(CycleOpening opening, AskedRows rows, BroughtPlans plans, Register register) {
		this.opening = opening;
		this.rows = rows;
		this.plans = plans;
		this.register = register;
	}

	/**
	 * Opens it, all or nothing.
	 * @param proposal the calendar, the draft, and who is asked
	 * @param by the user id
	 * @return the round's name
	 * @throws Refused when something is missing, the draft is no plan or waits for
	 * nothing, or the register does not know a party
	 */
	@Transactional
	public CycleName open(NewCompletion proposal, String by) {
		ActionPlan draft = draft(proposal);
		List<PlanPlaceholder> found = PlanPlaceholders.in(draft);
		if (found.isEmpty()) {
			throw Refused.invalid("The round is not opened: no line of the plan waits for words.",
					List.of(new Problem("file", "No line of this plan waits for words.")));
		}
		List<List<Party>> asked = parties(proposal, found.size());
		return this.opening.openRound(proposal.calendar(), (cycle) -> this.rows.write(cycle,
				new Completions.Draft(file(proposal), String.valueOf(proposal.plan())), draft, grouped(found, asked)),
				by);
	}

	private ActionPlan draft(NewCompletion proposal) {
		String plan = proposal.plan();
		if (plan == null || plan.isBlank()) {
			throw Refused.invalid("The round is not opened: there is no draft of a plan.",
					List.of(new Problem("file", "Choose the draft of the plan, as YAML or XLSX.")));
		}
		try {
			return this.plans.read(file(proposal), plan);
		}
		catch (PlanRefused ex) {
			throw Refused.invalid("The round is not opened: %s".formatted(ex.getMessage()),
					List.of(new Problem("file", String.valueOf(ex.getMessage()))));
		}
	}

	private static String file(NewCompletion proposal) {
		return Optional.ofNullable(proposal.file()).filter((it) -> !it.isBlank()).orElse("The plan");
	}

	private List<List<Party>> parties(NewCompletion proposal, int placeholders) {
		List<Problem> unknown = new ArrayList<>();
		List<List<Party>> asked = new ArrayList<>();
		for (int position = 1; position <= placeholders; position++) {
			List<Party> parties = new ArrayList<>();
			for (String name : proposal.asked(position)) {
				Optional<Party> party = this.register.party(name);
				if (party.isEmpty() || party.get().kind().equals(NewParty.PROCESS)) {
					unknown.add(new Problem("asked." + position, (party.isPresent()
							? "%s is another process or body, which nobody asks: choose another party."
							: "The register knows no party “%s”: choose one that it knows, or leave it empty and find somebody later.")
						.formatted(name)));
				}
				party.ifPresent(parties::add);
			}
			asked.add(parties.stream().distinct().toList());
		}
		if (!unknown.isEmpty()) {
			throw Refused.invalid("The round is not opened: %s".formatted(unknown.get(0).message()), unknown);
		}
		return asked;
	}

	/** What is asked of the same parties about the same initiative goes together. */
	private static List<AskedRows.Group> grouped(List<PlanPlaceholder> found, List<List<Party>> asked) {
		Map<List<Object>, AskedRows.Group> groups = new LinkedHashMap<>();
		for (int at = 0; at < found.size(); at++) {
			PlanPlaceholder place = found.get(at);
			List<Party> parties = asked.get(at);
			groups
				.computeIfAbsent(
						List.of(place.initiative(), parties.stream().map(Party::id).collect(Collectors.toSet())),
						(key) -> new AskedRows.Group(place.initiative(), parties, new LinkedHashMap<>()))
				.placeholders()
				.put(at + 1, place);
		}
		return List.copyOf(groups.values());
	}

}
