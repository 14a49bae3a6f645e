package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlanPlaceholdersTest {

	private static final String DRAFT = "/plan/action-plan-draft-2021-06.yaml";

	/** It asks whether, and the list beside it has left it out. */
	private static final String ASKS = "D14-I04";

	/**
	 * What asks here is not the title, but what the plan prints behind it in brackets.
	 */
	private static final String BRACKET = "D04-I01";

	@Test
	void findsEveryPlaceholderOfTheDraftOfJune2021AndNothingElse() throws IOException {
		ActionPlan draft = draft();

		Map<String, List<String>> found = new TreeMap<>();
		PlanPlaceholders.in(draft)
			.forEach((it) -> found.computeIfAbsent(it.initiative().value(), (id) -> new ArrayList<>()).add(it.words()));

		Map<String, List<String>> marked = marked();
		assertThat(marked).hasSize(36);
		marked.get(ASKS).add(draft.initiative(new InitiativeId(ASKS)).orElseThrow().title());
		marked.get(BRACKET).set(0, "University Aschaffenburg-AEI?");
		assertThat(found).hasSize(36).containsOnlyKeys(marked.keySet());
		found.forEach((id, words) -> assertThat(words).as(id).containsExactlyInAnyOrderElementsOf(marked.get(id)));
	}

	@Test
	void saysWhomAPlaceholderNamesInItsOwnWords() throws IOException {
		Map<String, String> names = new TreeMap<>();
		PlanPlaceholders.in(draft()).forEach((it) -> names.put(it.words(), it.names()));

		assertThat(names).containsEntry("To be completed by ASEF", "ASEF")
			.containsEntry("To be checked/completed by the ASEM-DUO Secretariat", "ASEM-DUO Secretariat")
			.containsEntry("To be completed by the EC", "EC")
			.containsEntry("IAU’s HESD Portal (to be discussed with IAU)", "IAU")
			.containsEntry("To be further discussed with ETF/CEDEFOP/UNESCO & ASEAN Secretariat",
					"ETF/CEDEFOP/UNESCO & ASEAN Secretariat")
			.containsEntry(
					"To be further discussed with University Aschaffenburg & Asia Europe Institute (University of Malaya)",
					"University Aschaffenburg & Asia Europe Institute (University of Malaya)")
			.containsEntry("X pairs of students and researchers are exchanged", "")
			.containsEntry("(to include a focus on Microcredentials, digital credentialing?)", "");
	}

	@Test
	void wordsStandInPlaceOfWholeLinesAndWhatIsNotNamedStays() throws IOException {
		ActionPlan draft = draft();
		List<PlanPlaceholder> duo = PlanPlaceholders.in(draft)
			.stream()
			.filter((it) -> it.initiative().value().equals("D01-I01"))
			.toList();

		ActionPlan completed = PlanPlaceholders.complete(draft,
				Map.of(duo.get(0), List.of("Exchange of 60 pairs a year", "A call each spring"), duo.get(1), List.of()),
				"draft, completed", "2021-09");

		Initiative now = completed.initiatives().get(0);
		Initiative before = draft.initiatives().get(0);
		assertThat(now.milestones()).startsWith("Exchange of 60 pairs a year", "A call each spring")
			.hasSameSizeAs(before.milestones())
			.doesNotContain(duo.get(0).words(), duo.get(1).words());
		assertThat(now.outcomes()).isEqualTo(before.outcomes());
		assertThat(completed.document().version()).isEqualTo("draft, completed");
		assertThat(completed.initiatives().subList(1, 54)).isEqualTo(draft.initiatives().subList(1, 54));
	}

	@Test
	void aTitleCannotBeLeftOut() throws IOException {
		ActionPlan draft = draft();
		PlanPlaceholder title = PlanPlaceholders.in(draft)
			.stream()
			.filter((it) -> it.field() == PlanField.TITLE)
			.findFirst()
			.orElseThrow();

		assertThatIllegalArgumentException()
			.isThrownBy(() -> PlanPlaceholders.complete(draft, Map.of(title, List.of()), "2", "2021-09"))
			.withMessageContaining("the title of initiative");
	}

	private static ActionPlan draft() throws IOException {
		try (InputStream content = PlanPlaceholdersTest.class.getResourceAsStream(DRAFT)) {
			return new PlanReader().read("draft.yaml", content.readAllBytes());
		}
	}

	/** What the file's own list says, which the reader leaves alone. */
	@SuppressWarnings("unchecked")
	private static Map<String, List<String>> marked() throws IOException {
		try (InputStream content = PlanPlaceholdersTest.class.getResourceAsStream(DRAFT)) {
			Map<String, List<String>> marked = new TreeMap<>();
			Map<String, Object> plan = new Yaml().load(content);
			for (Map<String, Object> action : (List<Map<String, Object>>) plan.get("actions")) {
				for (Map<String, Object> initiative : (List<Map<String, Object>>) action.get("initiatives")) {
					if (initiative.get("placeholders") instanceof List<?> words && !words.isEmpty()) {
						marked.put((String) initiative.get("id"), new ArrayList<>((List<String>) words));
					}
				}
			}
			return marked;
		}
	}

}
