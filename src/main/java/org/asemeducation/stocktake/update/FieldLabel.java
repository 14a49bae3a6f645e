package org.asemeducation.stocktake.update;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The update form's fields in their order, with the labels that the page shows.
 */
public enum FieldLabel {

	COMMITMENTS("commitments", "Commitments"), MILESTONES("milestones", "Activities and milestones of the plan"),
	PROGRESS("progress", "Progress and achievements"), EVENTS("events", "Events"),
	HIGHLIGHTS("highlights", "Highlights"), ADDED_VALUE("addedValue", "Added value in the ASEM Education Process"),
	CHALLENGES("challenges", "Challenges"), PARTNERS("partners", "Partners and stakeholders involved"),
	CONCLUSIONS("conclusions", "Chair’s Conclusions answered"), ANSWERS("answers", "Answers"),
	COMPLETION("completion", "Completion"), AIMS("aims", "Aims"), CONTINUATION("continuation", "Continuation"),
	OBJECTIVES("objectives", "Objectives it contributes to"),
	CONTRIBUTIONS("contributions", "Subgoals it contributes to"), PLANS("plans", "Planned activities"),
	MEDIA("media", "Pictures, charts, testimonials and documents"), LINKS("links", "Links"),
	PLAN_CHANGES("planChanges", "What is no longer true in the plan’s own row"), WORDS("words", "Words for the plan"),
	ANSWER("answer", "What you answer in place of an update"), INTO("into", "Merged into which initiative"),
	BECAUSE("because", "Why, in a sentence");

	private final String field;

	private final String label;

	FieldLabel(String field, String label) {
		this.field = field;
		this.label = label;
	}

	public String field() {
		return this.field;
	}

	public String label() {
		return this.label;
	}

	/**
	 * The label of a field, or of a row in a list.
	 * @param field such as {@code progress} or {@code plans.2}
	 * @return such as {@code Planned activities, 2}; the field's own name when it is not
	 * one of the form's
	 */
	public static String of(String field) {
		String[] parts = field.split("[.\\[]", 2);
		int position = position(field);
		String label = (position < values().length) ? values()[position].label : parts[0];
		return (parts.length == 1) ? label : label + ", " + parts[1];
	}

	/**
	 * Fields in a sentence, as the form calls them.
	 * @param fields names of fields
	 * @return such as {@code “Highlights” and “Challenges”}, in the form's order
	 */
	public static String inWords(Collection<String> fields) {
		List<String> labels = fields.stream()
			.sorted(Comparator.comparingInt(FieldLabel::position))
			.map((field) -> "“%s”".formatted(of(field)))
			.distinct()
			.toList();
		int last = labels.size() - 1;
		return (last < 1) ? String.join("", labels)
				: labels.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + labels.get(last);
	}

	/**
	 * Where a field stands in the form.
	 * @param field such as {@code progress} or {@code plans.2}
	 * @return from 0; what is not in the form stands behind it
	 */
	public static int position(String field) {
		int position = List.of(values()).stream().map(FieldLabel::field).toList().indexOf(field.split("[.\\[]", 2)[0]);
		return (position < 0) ? values().length : position;
	}

}
