package org.asemeducation.stocktake.endorsement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the secretariat's forms show of a report that is with officials and ministers.
 *
 * @param officials the version put to senior officials
 * @param ministers the version put to ministers; {@code null} before it is sealed
 * @param put the version of which changes are being asked
 * @param asked what officials asked for in words; {@code null} when nothing was said
 * @param askedFor what was asked to change beside the annex
 * @param changedChapters keys of the free chapters that read otherwise than in that
 * version
 * @param lines every line of the annex, those struck too
 * @param initiatives those a line can be added to
 * @param earlier the lines of the work plan adopted before, which can be carried over
 * @param acceptedSince ids of those with an update accepted after the version for
 * officials was sealed: its plans are in no line
 */
record EndorsementView(String cycle, String title, String zone, Occasion som2, Occasion asemme, Sealed officials,
		@Nullable Sealed ministers, int put, @Nullable String asked, List<AskedChange> askedFor,
		List<String> changedChapters, List<Line> lines, List<Choice> initiatives, List<Earlier> earlier,
		List<String> acceptedSince) {

	/**
	 * A meeting that the report goes through.
	 *
	 * @param recorded whether what was said there can be entered
	 * @param dropped whether it did not take place
	 */
	record Occasion(boolean recorded, boolean dropped, @Nullable LocalDate held, @Nullable String decisions) {
	}

	/**
	 * A sealed version.
	 *
	 * @param lines how many its annex has
	 * @param initiatives of how many initiatives
	 */
	record Sealed(int version, Instant sealedAt, int lines, long initiatives) {
	}

	/**
	 * A line of the annex.
	 *
	 * @param put what was put to officials; {@code null} for an added line
	 * @param now what it says now; {@code null} for a struck line
	 * @param change {@code changed}, {@code added}, {@code struck} or
	 * {@code carried-over}; {@code null} when it is as it was put to officials
	 * @param askedBy who asked for the change
	 * @param version of the change, 0 when there is none
	 */
	record Line(int number, String initiative, @Nullable Wording put, @Nullable Wording now,
			AnnexChange.@Nullable Kind change, @Nullable String askedBy, int version) {
	}

	/**
	 * A line of the work plan adopted before.
	 *
	 * @param position within its initiative, from 1
	 */
	record Earlier(String initiative, int position, Wording said) {
	}

	/**
	 * An initiative of the cycle.
	 */
	record Choice(String id, String title, String coordinators) {
	}

}
