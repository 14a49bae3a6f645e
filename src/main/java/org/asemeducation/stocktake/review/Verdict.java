package org.asemeducation.stocktake.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.FieldLabel;
import org.asemeducation.stocktake.update.UpdateForm;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says to a revision.
 *
 * @param revision the number of the revision that was read, from 1
 * @param accepted whether it is accepted; else it is returned
 * @param remarks what to change, by the form's field name; what the reviewer noted before
 * on other fields goes along
 * @param opensAll whether a return opens every field again, rather than those with a
 * remark; {@code null} for these alone
 * @param seen how many noted remarks of others were read before it is accepted;
 * {@code null} for none
 */
public record Verdict(int revision, boolean accepted, @Nullable Map<String, String> remarks, @Nullable Boolean opensAll,
		@Nullable Integer seen) {

	private static final int LONGEST = 5_000;

	public Verdict(int revision, boolean accepted, @Nullable Map<String, String> remarks) {
		this(revision, accepted, remarks, null, null);
	}

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
		said().forEach((field, text) -> problem(field, text).ifPresent(problems::add));
		return problems;
	}

	/**
	 * Goes on only for a remark on a field of the form that is not too long.
	 */
	static void requireRemark(String field, @Nullable String text) {
		problem(field, Optional.ofNullable(text).orElse("")).ifPresent((problem) -> {
			throw Refused.invalid("The remark is not saved: " + problem.message(), List.of(problem));
		});
	}

	static Refused saysNothing() {
		String what = "Say in at least one remark what is to be changed.";
		return Refused.invalid("The review is not saved: " + what, List.of(new Problem("remarks", what)));
	}

	private static Optional<Problem> problem(String field, String text) {
		if (!UpdateForm.names().contains(field)) {
			return Optional.of(new Problem(field, "The form has no field called “%s”.".formatted(field)));
		}
		return (text.length() > LONGEST) ? Optional.of(new Problem(field,
				"Shorten the remark on %s to %,d characters.".formatted(FieldLabel.inWords(List.of(field)), LONGEST)))
				: Optional.empty();
	}

}
