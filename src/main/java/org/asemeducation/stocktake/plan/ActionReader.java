package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the actions of a plan file and their initiatives.
 */
final class ActionReader {

	private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,12}");

	private final PlanFile file;

	private final Set<String> subgoals;

	private final Map<InitiativeId, Integer> lines = new HashMap<>();

	private final Set<String> keys = new HashSet<>();

	/** Keys of initiatives that others name as the same programme. */
	private final Set<String> programmes = new HashSet<>();

	/** Programmes whose own initiative the plan no longer has. */
	private final Set<String> listed = new HashSet<>();

	/** What is wrong with single initiatives: all of it is said at once. */
	private final List<PlanRefused.Fault> faults = new ArrayList<>();

	ActionReader(PlanFile file, List<Objective> objectives) {
		this.file = file;
		this.subgoals = objectives.stream()
			.flatMap((objective) -> objective.subgoals().stream())
			.map(Subgoal::number)
			.collect(Collectors.toSet());
	}

	List<Action> read(Entry root) {
		List<Entry> entries = root.entries("actions", Shape.ACTION);
		if (entries.isEmpty()) {
			throw root.refuse("actions", "the plan has no actions");
		}
		this.listed.addAll(root.texts("programmes"));
		this.programmes.addAll(this.listed);
		Map<Integer, List<Entry>> initiatives = new HashMap<>();
		for (Entry action : entries) {
			action.require("initiatives");
			List<Entry> own = action.entries("initiatives", Shape.INITIATIVE);
			if (initiatives.put(action.number("number"), own) != null) {
				throw action.refuse("number", "%s is there twice".formatted(action.name()));
			}
			own.forEach(this::noteKeys);
		}
		List<Action> actions = new ArrayList<>();
		entries.forEach((action) -> actions.add(action(action, initiatives.get(action.number("number")))));
		if (!this.faults.isEmpty()) {
			throw new PlanRefused(this.file.name(), "line", this.faults);
		}
		return actions;
	}

	private void noteKeys(Entry initiative) {
		initiative.textIfAny("same_programme_as").ifPresent(this.programmes::add);
		initiative.textIfAny("key").filter((key) -> !this.keys.add(key)).ifPresent((key) -> {
			throw initiative.refuse("key",
					"the key \"%s\" of %s belongs to another initiative already".formatted(key, initiative.name()));
		});
	}

	private Action action(Entry entry, List<Entry> initiatives) {
		Set<String> contributes = new HashSet<>();
		String key = entry.items("objectives").isEmpty() ? "objectives_inferred" : "objectives";
		for (Node item : entry.items(key)) {
			String subgoal = this.file.string(item, "each item of \"%s\" of %s".formatted(key, entry.name()));
			if (!this.subgoals.contains(subgoal)) {
				throw this.file.refuse(item,
						"%s names subgoal \"%s\", which no objective has".formatted(entry.name(), subgoal));
			}
			contributes.add(subgoal);
		}
		List<Initiative> own = initiatives.stream().flatMap(this::readable).toList();
		return entry.make("number", () -> new Action(entry.number("number"), entry.text("title"), contributes, own));
	}

	private Stream<Initiative> readable(Entry entry) {
		try {
			return Stream.of(initiative(entry));
		}
		catch (PlanRefused ex) {
			this.faults.addAll(ex.faults());
			return Stream.empty();
		}
	}

	private Initiative initiative(Entry entry) {
		InitiativeId id = entry.make("id", () -> new InitiativeId(entry.text("id")));
		Integer earlier = this.lines.putIfAbsent(id, entry.line("id"));
		if (earlier != null) {
			throw entry.refuse("id", "initiative %s is there already, in line %d".formatted(id, earlier));
		}
		entry.require("new");
		List<String> details = new ArrayList<>(entry.texts("title_details"));
		details.addAll(entry.texts("title_more_lines"));
		List<PlanParty> parties = parties(entry);
		entry.items("links")
			.forEach((item) -> this.file.make(item, () -> Initiative.link(this.file.string(item, "a link"))));
		return entry.make("title",
				() -> new Initiative(id, entry.textIfAny("key").orElse(null), programme(entry), entry.text("title"),
						details, entry.flag("new").orElseThrow(), entry.textIfAny("coordinators_bracket").orElse(null),
						parties, entry.texts("activities"), entry.texts("outcomes_2030"), entry.texts("links")));
	}

	private @Nullable String programme(Entry entry) {
		String named = entry.textIfAny("same_programme_as").orElse(null);
		if (named != null && !this.keys.contains(named) && !this.listed.contains(named)) {
			throw entry.refuse("same_programme_as",
					"%s is said to be the same programme as \"%s\", but no initiative has that key"
						.formatted(entry.name(), named));
		}
		return (named != null) ? named : entry.textIfAny("key").filter(this.programmes::contains).orElse(null);
	}

	private List<PlanParty> parties(Entry initiative) {
		List<PlanParty> parties = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (Node item : initiative.items("coordinators")) {
			PlanParty party = party(initiative, item);
			if (!seen.add(party.label() + " " + party.role())) {
				throw this.file.refuse(item,
						"%s names %s twice as %s".formatted(initiative.name(), party.label(), party.role()));
			}
			parties.add(party);
		}
		return parties;
	}

	/** A coordinator is keys and values, or just what the plan prints. */
	private PlanParty party(Entry initiative, Node item) {
		if (item instanceof ScalarNode) {
			String name = this.file.string(item, "a coordinator of " + initiative.name());
			String acronym = ACRONYM.matcher(name).matches() ? name : null;
			return this.file.make(item, () -> new PlanParty(name, acronym, "other", "coordinator"));
		}
		Entry entry = new Entry(this.file, Shape.COORDINATOR, item);
		return entry.make("name",
				() -> new PlanParty(entry.text("name"), entry.textIfAny("acronym").orElse(null),
						entry.textIfAny("type", PlanParty::kind).orElse("other"),
						entry.textIfAny("role", PlanParty::role).orElse("coordinator")));
	}

}
