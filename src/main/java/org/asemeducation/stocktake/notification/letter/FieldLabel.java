package org.asemeducation.stocktake.notification.letter;

import java.util.Map;

/**
 * The update form's labels, as the page shows them.
 */
final class FieldLabel {

	private static final Map<String, String> LABELS = Map.ofEntries(
			Map.entry("conclusions", "Paragraphs of the Chair's Conclusions"),
			Map.entry("partners", "Partners and stakeholders involved"),
			Map.entry("progress", "Progress and achievements"), Map.entry("events", "Events"),
			Map.entry("highlights", "Highlights"), Map.entry("addedValue", "Added value in the ASEM Education Process"),
			Map.entry("challenges", "Challenges"), Map.entry("answers", "Questions of this cycle"),
			Map.entry("completion", "Status: completion"), Map.entry("aims", "Status: aims"),
			Map.entry("continuation", "Status: continuation"), Map.entry("commitments", "You said, you did"),
			Map.entry("contributions", "Contribution to objectives"),
			Map.entry("plans", "Plans for the next two years"), Map.entry("media", "Pictures, charts, testimonials"),
			Map.entry("links", "Links"), Map.entry("planChanges", "Changes to the plan's own row"));

	private FieldLabel() {
	}

	/**
	 * The label of a field, or of a row in a list.
	 * @param field such as {@code progress} or {@code plans.2}
	 * @return such as {@code Plans for the next two years, 2}; the field's own name when
	 * it is not one of the form's
	 */
	static String of(String field) {
		String[] parts = field.split("\\.", 2);
		String label = LABELS.getOrDefault(parts[0], parts[0]);
		return OneLine.of((parts.length == 1) ? label : label + ", " + parts[1]);
	}

}
