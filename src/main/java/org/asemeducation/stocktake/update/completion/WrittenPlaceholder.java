package org.asemeducation.stocktake.update.completion;

import java.util.List;

import org.asemeducation.stocktake.cycle.completion.AskedPlaceholder;
import org.jspecify.annotations.Nullable;

/**
 * What became of a placeholder.
 *
 * @param asked the line of the draft
 * @param outcome {@code replaced}, {@code left-out} or {@code stays}
 * @param lines what stands there instead; the placeholder's own words where it stays
 * @param why what the party says where it stays; empty when it says nothing, or nothing
 * was accepted
 * @param party who was asked, in words; empty when nobody was
 * @param revision the accepted version that says so; {@code null} when there is none
 */
record WrittenPlaceholder(AskedPlaceholder asked, String outcome, List<String> lines, String why, String party,
		@Nullable Integer revision) {

	static final String REPLACED = "replaced";

	static final String LEFT_OUT = "left-out";

	static final String STAYS = "stays";

	boolean stays() {
		return STAYS.equals(this.outcome);
	}

}
