package org.asemeducation.stocktake.update.completion;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.completion.CompletionOpening;
import org.asemeducation.stocktake.cycle.completion.NewCompletion;

/**
 * Rounds that complete a small draft, for the process tests of other stages too.
 */
public final class TestRounds {

	/** Five lines wait, four of them in D01-I01. */
	static final String PLAN = """
			document: {title: A plan to complete, version: draft, dated: 2021-06}
			objectives:
			- {number: 1, title: Move about, subgoals: [{number: '1.1', text: By train}]}
			actions:
			- number: 1
			  title: Exchange people
			  objectives: ['1.1']
			  initiatives:
			  - id: D01-I01
			    title: Fellowships
			    new: false
			    activities: [Exchange of x pairs of students, Organise alumni meetings, To be completed by HU]
			    outcomes_2030: [To be completed by HU, To be discussed with II]
			    links: []
			  - id: D01-I02
			    title: Posters
			    new: true
			    activities: [To be discussed with the poster makers]
			    outcomes_2030: [Posters hang]
			    links: []
			""";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private TestRounds() {
	}

	/**
	 * Opens one that asks HU for the first three lines and II for the fourth; the fifth
	 * has nobody.
	 */
	public static CycleName open(CompletionOpening opening, Stage stage, String by) {
		return open(opening, stage, by, PLAN, Map.of(1, "HU", 2, "HU", 3, "HU", 4, "II"));
	}

	static CycleName open(CompletionOpening opening, Stage stage, String by, String plan, Map<Integer, String> asked) {
		LocalDate today = LocalDate.ofInstant(stage.now(), ZoneOffset.UTC);
		return stage.clearAfterwards(opening.open(new NewCompletion("ROUND-" + NUMBER.incrementAndGet(),
				"A draft goes round", "Europe/Rome", today.plusDays(10), today.plusDays(40), today.plusDays(60), null,
				null, null, "draft.yaml", plan, asked), by));
	}

	/** Outcome and words of each line, in their order. */
	public static ObjectNode words(String... outcomesAndWords) {
		ObjectNode content = JsonNodeFactory.instance.objectNode();
		for (int line = 0; line < outcomesAndWords.length; line += 2) {
			content.withArray("words")
				.addObject()
				.put("position", line / 2 + 1)
				.put("outcome", outcomesAndWords[line])
				.put("sentence", outcomesAndWords[line + 1]);
		}
		return content;
	}

}
