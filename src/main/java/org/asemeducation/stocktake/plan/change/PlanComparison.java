package org.asemeducation.stocktake.plan.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanRow;
import org.asemeducation.stocktake.plan.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Compares the plan of one day with that of another, initiative by initiative.
 */
public final class PlanComparison {

	private static final Map<String, Function<Initiative, String>> FIELDS = new LinkedHashMap<>();

	static {
		FIELDS.put("Title", Initiative::title);
		FIELDS.put("Further lines", (it) -> paragraphs(it.details()));
		FIELDS.put("Who does what", (it) -> it.parties().isEmpty() ? "" : PlanRules.inWords(it.parties()));
		FIELDS.put("Coordinators in brackets", (it) -> (it.bracket() != null) ? it.bracket() : "");
		FIELDS.put("Activities and milestones", (it) -> paragraphs(it.milestones()));
		FIELDS.put("Expected outcomes by 2030", (it) -> paragraphs(it.outcomes()));
		FIELDS.put("Links", (it) -> paragraphs(it.links()));
		FIELDS.put("Marked as new", (it) -> it.isNew() ? "yes" : "no");
		FIELDS.put("Key", (it) -> (it.key() != null) ? it.key() : "");
		FIELDS.put("Same programme as", (it) -> (it.programme() != null) ? it.programme() : "");
	}

	private final WordsCompared words;

	public PlanComparison(WordsCompared words) {
		this.words = words;
	}

	/**
	 * What is different.
	 * @param earlier the rows of a day
	 * @param later the rows of another
	 * @return the differences in the order of the ids; none for what reads the same
	 */
	public List<Difference> between(List<PlanRow> earlier, List<PlanRow> later) {
		Map<InitiativeId, PlanRow> before = byId(earlier);
		Map<InitiativeId, PlanRow> after = byId(later);
		return Stream.concat(before.keySet().stream(), after.keySet().stream())
			.distinct()
			.sorted()
			.map((id) -> difference(id, before.get(id), after.get(id)))
			.filter((it) -> !it.what().isEmpty())
			.toList();
	}

	private Difference difference(InitiativeId id, @Nullable PlanRow before, @Nullable PlanRow after) {
		PlanRow named = (after != null) ? after : before;
		String title = (named != null) ? named.initiative().title() : "";
		List<String> what = new ArrayList<>();
		List<Words> different = new ArrayList<>();
		if (isThere(before) || isThere(after)) {
			standing(before, after, what);
			if (before != null && after != null && isThere(after)) {
				if (before.action() != after.action()) {
					what.add("Moved from action %d to action %d".formatted(before.action(), after.action()));
				}
				words(before.initiative(), after.initiative(), what, different);
			}
		}
		return new Difference(id.value(), title, what, different);
	}

	private static void standing(@Nullable PlanRow before, @Nullable PlanRow after, List<String> what) {
		if (before == null) {
			what.add("Added");
		}
		else if (after == null) {
			what.add("Ended");
		}
		else if (before.standing() != after.standing()) {
			what.add(switch (after.standing()) {
				case IN_FORCE -> "In force again";
				case SUSPENDED -> "Suspended";
				case ENDED -> "Ended";
			});
		}
	}

	private void words(Initiative before, Initiative after, List<String> what, List<Words> different) {
		FIELDS.forEach((field, text) -> {
			String was = text.apply(before);
			String is = text.apply(after);
			if (!was.equals(is)) {
				what.add(switch (field) {
					case "Title" -> "Renamed";
					case "Who does what" -> "Coordinators changed";
					default -> field + " changed";
				});
				different.add(new Words(field, this.words.of(was, is)));
			}
		});
	}

	private static boolean isThere(@Nullable PlanRow row) {
		return row != null && row.standing() != Standing.ENDED;
	}

	private static Map<InitiativeId, PlanRow> byId(List<PlanRow> rows) {
		Map<InitiativeId, PlanRow> byId = new TreeMap<>();
		rows.forEach((row) -> byId.put(row.id(), row));
		return byId;
	}

	private static String paragraphs(List<String> texts) {
		return String.join("\n", texts);
	}

	/**
	 * What is different about one initiative.
	 *
	 * @param initiative the id
	 * @param title as it is later
	 * @param what in a few words each
	 * @param words fields whose words differ
	 */
	public record Difference(String initiative, String title, List<String> what, List<Words> words) {
	}

	/**
	 * How the words of a field differ.
	 *
	 * @param field in words
	 * @param stretches in reading order
	 */
	public record Words(String field, List<WordsCompared.Stretch> stretches) {
	}

}
