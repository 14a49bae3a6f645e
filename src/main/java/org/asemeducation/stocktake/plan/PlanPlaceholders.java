package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines of a plan that wait for words, and puts words in their place. A line
 * waits when it says so ("To be completed by ASEF", "TBC", "X pairs"), or when it asks
 * where a plan should tell ("a dedicated working group?").
 */
public final class PlanPlaceholders {

	private static final Pattern ASKS = Pattern.compile("\\?[\\s)\\]”\"’]*$");

	/** Whom it names stands behind the last "by" or "with" that goes with a verb. */
	private static final Pattern NAMED = Pattern.compile(
			"\\bto (?:be )?(?:further |still )?\\p{L}+(?: ?/ ?\\p{L}+)* (?:by|with) (?:the )?([^?\\n]+)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private PlanPlaceholders() {
	}

	/**
	 * The lines that wait.
	 * @param plan any plan
	 * @return in the plan's order
	 */
	public static List<PlanPlaceholder> in(ActionPlan plan) {
		List<PlanPlaceholder> found = new ArrayList<>();
		for (Initiative initiative : plan.initiatives()) {
			for (PlanField field : PlanField.values()) {
				List<String> lines = field.of(initiative);
				for (int line = 1; line <= lines.size(); line++) {
					String words = lines.get(line - 1);
					if (waits(words)) {
						found.add(new PlanPlaceholder(initiative.id(), field, line, words, names(words)));
					}
				}
			}
		}
		return found;
	}

	/**
	 * Whether a line waits for words.
	 * @param line as the plan has it
	 */
	public static boolean waits(String line) {
		return Placeholders.isOnlyPlaceholder(line) || !Placeholders.within(line).isEmpty()
				|| ASKS.matcher(line).find();
	}

	/**
	 * The same plan with words in place of placeholders.
	 * @param plan the plan
	 * @param words by placeholder: the lines that stand there instead, none to leave the
	 * line out; a placeholder that is not named here stays
	 * @param version what the new version is called
	 * @param dated as it is to be printed
	 * @return the new version
	 * @throws IllegalArgumentException when a title would be empty, or a text is too long
	 */
	public static ActionPlan complete(ActionPlan plan, Map<PlanPlaceholder, List<String>> words, String version,
			String dated) {
		Map<String, List<String>> byPlace = new HashMap<>();
		words.forEach((place, lines) -> byPlace.put(place(place.initiative(), place.field(), place.line()), lines));
		List<Action> actions = plan.actions()
			.stream()
			.map((action) -> new Action(action.number(), action.title(), action.subgoals(),
					action.initiatives().stream().map((it) -> complete(it, byPlace)).toList()))
			.toList();
		PlanDocument document = plan.document();
		return new ActionPlan(new PlanDocument(document.title(), version, dated, document.wording()), plan.objectives(),
				actions, plan.listed(), plan.structures(), plan.secretariatTerms());
	}

	private static Initiative complete(Initiative initiative, Map<String, List<String>> byPlace) {
		return PlanField.rewrite(initiative, (field) -> (lines) -> {
			List<String> written = new ArrayList<>();
			for (int line = 1; line <= lines.size(); line++) {
				written.addAll(byPlace.getOrDefault(place(initiative.id(), field, line), List.of(lines.get(line - 1))));
			}
			return written;
		});
	}

	private static String place(InitiativeId initiative, PlanField field, int line) {
		return "%s/%s/%d".formatted(initiative, field, line);
	}

	private static String names(String line) {
		Matcher named = NAMED.matcher(line);
		String last = "";
		while (named.find()) {
			last = named.group(1);
		}
		return withoutEnd(last.strip());
	}

	/** Without the bracket or stop behind it, unless the bracket opens in the name. */
	private static String withoutEnd(String name) {
		String end = name.replaceAll("[.;,\\s]+$", "");
		return (end.endsWith(")") && !end.contains("(")) ? withoutEnd(end.substring(0, end.length() - 1)) : end;
	}

}
