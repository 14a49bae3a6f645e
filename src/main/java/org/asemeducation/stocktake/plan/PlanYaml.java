package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A plan as a YAML file, see {@code docs/plan-format.md}.
 */
@Component
@Order(2)
class PlanYaml implements PlanFormat {

	private static final String MARK = "# Not taken: ";

	private static final int WIDTH = 110;

	private final PlanReader reader;

	private final StandingPlan standing;

	PlanYaml(PlanReader reader, StandingPlan standing) {
		this.reader = reader;
		this.standing = standing;
	}

	@Override
	public String suffix() {
		return "yaml";
	}

	@Override
	public String type() {
		return "application/yaml";
	}

	@Override
	public boolean recognises(byte[] content) {
		return true;
	}

	@Override
	public ActionPlan read(String file, byte[] content) {
		return this.reader.read(file, content);
	}

	@Override
	public void write(ActionPlan plan, OutputStream out) throws IOException {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setAllowUnicode(true);
		options.setWidth(WIDTH);
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		new Yaml(options).dump(content(plan), writer);
		writer.flush();
	}

	@Override
	public byte[] withReasons(byte[] content, PlanRefused reasons) {
		Map<Integer, List<String>> byLine = reasons.faults()
			.stream()
			.collect(Collectors.groupingBy(PlanRefused.Fault::line, TreeMap::new,
					Collectors.mapping(PlanRefused.Fault::reason, Collectors.toList())));
		StringBuilder text = new StringBuilder();
		int number = 0;
		for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
			number++;
			for (String reason : byLine.getOrDefault(number, List.of())) {
				text.append(MARK).append(PlanFile.oneLine(reason)).append('\n');
			}
			if (!line.startsWith(MARK)) {
				text.append(line).append('\n');
			}
		}
		return text.deleteCharAt(text.length() - 1).toString().getBytes(StandardCharsets.UTF_8);
	}

	private Map<String, Object> content(ActionPlan plan) {
		Map<String, Object> content = new LinkedHashMap<>();
		PlanDocument document = plan.document();
		content.put("document", entry("title", document.title(), "version", document.version(), "dated",
				document.dated(), "wording", document.wording().word()));
		content.put("objectives", plan.objectives()
			.stream()
			.map((it) -> entry("number", it.number(), "title", it.title(), "subgoals",
					it.subgoals().stream().map((sub) -> entry("number", sub.number(), "text", sub.text())).toList()))
			.toList());
		Set<String> programmes = programmes(plan);
		if (!programmes.isEmpty()) {
			content.put("programmes", List.copyOf(programmes));
		}
		List<Integer> decided = this.standing.decidedActions();
		content.put("actions", plan.actions().stream().map((it) -> action(it, decided.contains(it.number()))).toList());
		content.put("partners", partners(plan.listed()));
		content.put("stakeholders", listed(plan, ListedParty::stakeholder, "acronym", ListedParty::acronym));
		content.put("supporting_structures", plan.structures()
			.stream()
			.map((it) -> entry("name", it.name(), "acronym", it.acronym(), "funding_partners", it.fundingPartners()))
			.toList());
		content.put("secretariat_terms", plan.secretariatTerms());
		content.replaceAll((key, value) -> (value instanceof List<?> list) ? new ArrayList<>(list) : value); // no
																												// aliases
		return content;
	}

	/** Keys of programmes that the plan's own rows do not explain. */
	private static Set<String> programmes(ActionPlan plan) {
		List<Initiative> all = plan.initiatives();
		Set<String> keys = all.stream().map(Initiative::key).filter(Objects::nonNull).collect(Collectors.toSet());
		Set<String> named = all.stream()
			.filter((it) -> !Objects.equals(it.programme(), it.key()))
			.map(Initiative::programme)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return all.stream()
			.map(Initiative::programme)
			.filter(Objects::nonNull)
			.filter((programme) -> !keys.contains(programme) || !named.contains(programme))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Object> action(Action action, boolean decided) {
		return entry("number", action.number(), "title", action.title(), decided ? "objectives" : "objectives_inferred",
				List.copyOf(action.subgoals()), "initiatives",
				action.initiatives().stream().map(PlanYaml::initiative).toList());
	}

	private static Map<String, Object> initiative(Initiative it) {
		return entry("id", it.id().value(), "key", it.key(), "same_programme_as",
				Objects.equals(it.programme(), it.key()) ? null : it.programme(), "title", it.title(), "title_details",
				it.details(), "new", it.isNew(), "coordinators_bracket", it.bracket(), "coordinators",
				it.parties()
					.stream()
					.map((party) -> entry("name", party.name(), "acronym", party.acronym(), "type", party.kind(),
							"role", party.role()))
					.toList(),
				"activities", it.milestones(), "outcomes_2030", it.outcomes(), "links", it.links());
	}

	private static Map<String, Object> partners(List<ListedParty> listed) {
		return entry("countries",
				listed.stream()
					.filter((it) -> it.partner() && it.kind().equals("partner-country"))
					.map((it) -> entry("name", it.name(), "iso", it.country(), "region", it.region()))
					.toList(),
				"institutional",
				listed.stream()
					.filter((it) -> it.partner() && it.kind().equals("institutional-partner"))
					.map((it) -> entry("name", it.name(), "acronym", it.acronym(), "region", it.region()))
					.toList(),
				"communities",
				listed.stream()
					.filter((it) -> it.kind().equals("community"))
					.map((it) -> entry("name", it.name()))
					.toList());
	}

	private static List<Map<String, Object>> listed(ActionPlan plan, Predicate<ListedParty> which, String key,
			java.util.function.Function<ListedParty, @Nullable String> value) {
		return plan.listed()
			.stream()
			.filter(which)
			.map((it) -> entry("name", it.name(), key, value.apply(it)))
			.toList();
	}

	/** Keys and values in this order; what is not there is left out. */
	private static Map<String, Object> entry(@Nullable Object... keysAndValues) {
		Map<String, Object> entry = new LinkedHashMap<>();
		for (int at = 0; at < keysAndValues.length; at += 2) {
			Object value = keysAndValues[at + 1];
			if (value != null) {
				entry.put(String.valueOf(keysAndValues[at]),
						(value instanceof List<?> list) ? new ArrayList<>(list) : value);
			}
		}
		return entry;
	}

}
