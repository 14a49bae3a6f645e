package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where the words of an initiative stand in the plan.
 */
public enum PlanField {

	/** Its title, a single line. */
	TITLE("Title", (it) -> List.of(it.title())),

	/** Further lines under the title. */
	DETAILS("Further lines", Initiative::details),

	/** The coordinators as printed in brackets, a single line. */
	BRACKET("Coordinators in brackets", (it) -> Stream.ofNullable(it.bracket()).toList()),

	/** Activities and milestones. */
	ACTIVITIES("Activities and milestones", Initiative::milestones),

	/** Expected outcomes by 2030. */
	OUTCOMES("Expected outcomes by 2030", Initiative::outcomes);

	private final String label;

	private final Function<Initiative, List<String>> lines;

	PlanField(String label, Function<Initiative, List<String>> lines) {
		this.label = label;
		this.lines = lines;
	}

	/** Whether it is one line, which may be written anew but not be several. */
	public boolean isSingle() {
		return this == TITLE || this == BRACKET;
	}

	/** As tables call it, such as {@code activities}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** As pages call it. */
	public String label() {
		return this.label;
	}

	/**
	 * The field of that name.
	 * @param word as in {@link #word()}
	 */
	public static PlanField of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

	/**
	 * What an initiative says there.
	 * @param initiative a row of the plan
	 * @return its lines in order
	 */
	public List<String> of(Initiative initiative) {
		return this.lines.apply(initiative);
	}

	/**
	 * The same initiative with other words in every field.
	 * @param it a row of the plan
	 * @param words what becomes of the lines of a field
	 */
	static Initiative rewrite(Initiative it, Function<PlanField, UnaryOperator<List<String>>> words) {
		return new Initiative(it.id(), it.key(), it.programme(), String.join(" ", apply(TITLE, it, words)),
				apply(DETAILS, it, words), it.isNew(),
				apply(BRACKET, it, words).stream().reduce((one, more) -> one + " " + more).orElse(null), it.parties(),
				apply(ACTIVITIES, it, words), apply(OUTCOMES, it, words), it.links());
	}

	private static List<String> apply(PlanField field, Initiative it,
			Function<PlanField, UnaryOperator<List<String>>> words) {
		return words.apply(field).apply(new ArrayList<>(field.of(it)));
	}

}
