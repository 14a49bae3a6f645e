package org.asemeducation.stocktake.endorsement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the annex says.
 *
 * @param activity what is planned
 * @param period when
 * @param output what comes of it
 * @param result what that is good for
 * @param contribution how it serves the strategic objectives
 */
record Wording(@Nullable String activity, @Nullable String period, @Nullable String output, @Nullable String result,
		@Nullable String contribution) {

	Wording {
		activity = clean(activity);
		period = clean(period);
		output = clean(output);
		result = clean(result);
		contribution = clean(contribution);
	}

	static Wording of(Annex.Line line) {
		return new Wording(line.activity(), line.period(), line.output(), line.result(), line.contribution());
	}

	/** All of it as one text. */
	String inWords() {
		return Stream
			.of(this.activity, named("When", this.period), named("Output", this.output), named("Result", this.result),
					named("Contribution", this.contribution))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n\n"));
	}

	private static @Nullable String named(String name, @Nullable String text) {
		return (text != null) ? "%s: %s".formatted(name, text) : null;
	}

	List<Problem> problems() {
		return (this.activity != null) ? List.of()
				: List.of(new Problem("activity", "Name the activity; a line without one cannot be adopted."));
	}

	Annex.Line line(int number, String initiative) {
		return new Annex.Line(number, initiative, Objects.requireNonNull(this.activity), this.period, this.output,
				this.result, this.contribution);
	}

	private static @Nullable String clean(@Nullable String text) {
		String clean = (text != null) ? CleanText.of(text) : "";
		return clean.isEmpty() ? null : clean;
	}

}
