package org.asemeducation.stocktake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.UpdateForm;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says to a revision.
 *
 * @param revision the number of the revision that was read, from 1
 * @param accepted whether it is accepted; else it is returned
 * @param remarks what to change, by the form's field name
 */
public record Verdict(int revision, boolean accepted, @Nullable Map<String, String> remarks) {

	private static final int LONGEST = 5_000;

	/**
	 * The remarks that say something.
	 * @return texts by field name
	 */
	Map<String, String> said() {
		Map<String, String> said = new TreeMap<>();
		Optional.ofNullable(this.remarks).orElse(Map.of()).forEach((field, text) -> {
			if (text != null && !text.isBlank()) {
				said.put(field, text.strip());
			}
		});
		return said;
	}

	List<Problem> problems() {
		List<Problem> problems = new ArrayList<>();
		said().forEach((field, text) -> {
			if (!UpdateForm.names().contains(field)) {
				problems.add(new Problem(field, "The form has no field of this name."));
			}
			else if (text.length() > LONGEST) {
				problems.add(new Problem(field, "Shorten the remark to %,d characters.".formatted(LONGEST)));
			}
		});
		if (!this.accepted && said().isEmpty()) {
			problems.add(new Problem("remarks", "Say in at least one remark what is to be changed."));
		}
		return problems;
	}

}
