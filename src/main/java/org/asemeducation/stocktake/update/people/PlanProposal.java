package org.asemeducation.stocktake.update.people;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an answer in place of an update, or an update that corrects the plan's own row,
 * means for the plan.
 *
 * @param id unique over all
 * @param cycle the cycle
 * @param initiative the id
 * @param title the initiative's title
 * @param kind {@code nothing-to-report}, {@code concluded}, {@code merged},
 * {@code not-ours} or {@code corrects-row}
 * @param into the id of the initiative it was merged into; {@code null} unless it was
 * @param because why, in the words of who answered
 * @param party whose it is not; {@code null} for any other answer
 * @param saidAt when
 * @param saidBy who, by name
 * @param settledAt when the AES has done with it; {@code null} while it waits
 * @param settledBy who, by name
 * @param settledAs what was done about it
 */
record PlanProposal(long id, String cycle, String initiative, String title, String kind, @Nullable String into,
		String because, @Nullable String party, Instant saidAt, String saidBy, @Nullable Instant settledAt,
		@Nullable String settledBy, @Nullable String settledAs) {

	static final String CORRECTS_ROW = "corrects-row";

	/**
	 * What it asks for.
	 * @return one sentence
	 */
	public String inWords() {
		return switch (this.kind) {
			case "concluded" -> "It is concluded: propose to end it.";
			case "merged" -> "It was merged into %s: propose to merge the two.".formatted(this.into);
			case CORRECTS_ROW -> "The plan’s own row is no longer true: propose the change.";
			case Answer.NOT_OURS -> "%s does not coordinate it: correct the plan’s row.".formatted(this.party);
			default -> "There is nothing to report: ask whether it goes on.";
		};
	}

	/**
	 * How the entry "Change the plan" is asked for what this asks for.
	 * @return the query of an address; {@code null} when the plan need not change
	 */
	public @Nullable String change() {
		String act = switch (this.kind) {
			case "concluded" -> "end";
			case "merged" -> "merge";
			case CORRECTS_ROW -> "rename";
			case Answer.NOT_OURS -> "coordinators";
			default -> null;
		};
		return (act == null) ? null : "processStart=changePlan&act=%s&initiative=%s%s".formatted(act, this.initiative,
				(this.into != null) ? "&other=" + this.into : "");
	}

}
