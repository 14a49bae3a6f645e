package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.asemeducation.stocktake.report.model.Annex;
import org.jspecify.annotations.Nullable;

/**
 * What senior officials asked to change about one line of the annex.
 *
 * @param line its number; an added line has one that none before it had
 * @param initiative whose line it is
 * @param wording what it says now; {@code null} when it is struck
 * @param askedBy who asked for it, in words
 * @param version counts how often this change was written
 */
record AnnexChange(int line, Kind kind, String initiative, @Nullable Wording wording, String askedBy, int version) {

	/**
	 * The annex with the changes in it. Every line that stays keeps its number and place,
	 * those added come last.
	 * @param put the annex that was put to officials
	 * @param changes at most one for each line
	 * @return the annex for ministers
	 */
	static Annex applied(Annex put, List<AnnexChange> changes) {
		Map<Integer, AnnexChange> byLine = new HashMap<>();
		changes.forEach((change) -> byLine.put(change.line(), change));
		List<Annex.Line> lines = new ArrayList<>();
		put.lines().forEach((line) -> {
			AnnexChange change = byLine.get(line.number());
			if (change == null) {
				lines.add(line);
			}
			else if (change.wording() != null) {
				lines.add(change.wording().line(line.number(), line.initiative()));
			}
		});
		changes.stream()
			.filter((change) -> change.kind().isNew() && change.wording() != null)
			.forEach((change) -> lines.add(change.wording().line(change.line(), change.initiative())));
		return new Annex(put.title(), lines);
	}

	/** What becomes of the line. */
	enum Kind {

		/** It says something else. */
		CHANGED,
		/** It is new. */
		ADDED,
		/** It is gone. */
		STRUCK,
		/** It comes from the work plan before, where it was not done. */
		CARRIED_OVER;

		/** Whether the version before did not have the line. */
		boolean isNew() {
			return this == ADDED || this == CARRIED_OVER;
		}

		@JsonValue
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Kind of(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

}
