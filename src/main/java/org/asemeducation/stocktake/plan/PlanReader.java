package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Reads a plan file. The format is described in {@code docs/plan-format.md}; a file is
 * read whole or refused whole.
 */
@Component
public class PlanReader {

	/**
	 * Reads a file of this machine.
	 * @param file where it is
	 * @return the plan in it
	 * @throws PlanRefused when there is no such file or it is not a plan
	 */
	public ActionPlan read(Path file) {
		String name = String.valueOf(file.getFileName());
		try {
			if (Files.isRegularFile(file) && Files.size(file) <= PlanText.LARGEST) {
				return read(name, Files.readAllBytes(file));
			}
			throw new PlanRefused(name, 0, Files.isRegularFile(file) ? "the file is too large to be a plan"
					: "there is no such file, so check the path");
		}
		catch (IOException ex) {
			throw new PlanRefused(name, 0, "the file cannot be read (%s)".formatted(ex.getMessage()));
		}
	}

	/**
	 * Reads what somebody brought.
	 * @param file what its owner calls it, for messages
	 * @param content the bytes of the file, text in UTF-8
	 * @return the plan in it
	 * @throws PlanRefused when it is not a plan
	 */
	public ActionPlan read(String file, byte[] content) {
		Entry root = new Entry(new PlanFile(file), Shape.PLAN, new PlanText(file).nodes(content));
		List.of("document", "objectives", "actions").forEach(root::require);
		PlanDocument document = root.entry("document", Shape.DOCUMENT).map(PlanReader::document).orElseThrow();
		List<Objective> objectives = objectives(root);
		List<Action> actions = new ActionReader(new PlanFile(file), objectives).read(root);
		PartyLists lists = new PartyLists(root);
		return root.make("actions", () -> new ActionPlan(document, objectives, actions, lists.listed(),
				lists.structures(), lists.secretariatTerms()));
	}

	private static PlanDocument document(Entry entry) {
		Map<String, PlanDocument.Wording> wordings = new HashMap<>();
		for (PlanDocument.Wording wording : PlanDocument.Wording.values()) {
			wordings.put(wording.word(), wording);
		}
		String wording = entry.textIfAny("wording").orElse("adopted");
		if (!wordings.containsKey(wording)) {
			throw entry.refuse("wording", "\"wording\" should be adopted or summary, not \"%s\"".formatted(wording));
		}
		return entry.make("title", () -> new PlanDocument(entry.text("title"), entry.text("version"),
				entry.text("dated"), wordings.get(wording)));
	}

	private static List<Objective> objectives(Entry root) {
		List<Objective> objectives = new ArrayList<>();
		Set<Integer> seen = new HashSet<>();
		for (Entry entry : root.entries("objectives", Shape.OBJECTIVE)) {
			if (!seen.add(entry.number("number"))) {
				throw entry.refuse("number", "%s is there twice".formatted(entry.name()));
			}
			List<Subgoal> subgoals = subgoals(entry);
			objectives
				.add(entry.make("number", () -> new Objective(entry.number("number"), entry.text("title"), subgoals)));
		}
		return objectives;
	}

	private static List<Subgoal> subgoals(Entry objective) {
		List<Subgoal> subgoals = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (Entry entry : objective.entries("subgoals", Shape.SUBGOAL)) {
			if (!seen.add(entry.text("number"))) {
				throw entry.refuse("number", "%s is there twice".formatted(entry.name()));
			}
			Subgoal subgoal = entry.make("number", () -> new Subgoal(entry.text("number"), entry.text("text")));
			if (subgoal.objective() != objective.number("number")) {
				throw entry.refuse("number", "%s stands under %s".formatted(entry.name(), objective.name()));
			}
			subgoals.add(subgoal);
		}
		return subgoals;
	}

}
