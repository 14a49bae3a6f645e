package org.asemeducation.stocktake.review;

import java.util.List;
import java.util.Map;

/**
 * What follows from another reviewing body.
 *
 * @param cycles each cycle that is under way
 */
record FollowingFromBody(List<OfCycle> cycles) {

	FollowingFromBody {
		cycles = List.copyOf(cycles);
	}

	/** Another one whenever something else would change. */
	public String fingerprint() {
		return Integer.toHexString(this.cycles.stream()
			.flatMap((cycle) -> cycle.sorts().stream().map((sort) -> Map.entry(cycle.cycle(), sort.changed())))
			.toList()
			.hashCode());
	}

	/**
	 * What follows in a cycle.
	 *
	 * @param cycle its name
	 * @param reviews open reviews
	 * @param others other open tasks of the reviewing body: advice, comments, chapters
	 * @param toCome updates that have not come, and to whom they go
	 * @param mails mails to members that are to come
	 */
	record OfCycle(String cycle, List<Line> reviews, List<Line> others, List<Line> toCome, List<Line> mails) {

		/** Each sort with its lines, for reading. */
		public List<Sort> sorts() {
			return List.of(new Sort("Open reviews", "open review", "open reviews", "With whom", this.reviews),
					new Sort("Advice, comments and chapters that are open", "open task", "open tasks", "Who may act",
							this.others),
					new Sort("Updates still to come", "update to come", "updates to come", "To whom", this.toCome),
					new Sort("Mails to members of the reviewing body", "mail to come", "mails to come", "Reader",
							this.mails));
		}

	}

	/**
	 * Lines of one sort.
	 */
	record Sort(String heading, String one, String many, String whose, List<Line> lines) {

		public List<Line> changed() {
			return this.lines.stream().filter(Line::changes).toList();
		}

		/** Such as "3 open reviews; 1 goes to somebody else." */
		public String summary() {
			if (this.lines.isEmpty()) {
				return "None.";
			}
			int changed = changed().size();
			return "%d %s; %s.".formatted(this.lines.size(), (this.lines.size() == 1) ? this.one : this.many,
					(changed == 0) ? "nothing changes" : (changed == 1) ? "1 changes" : changed + " change");
		}

	}

	/**
	 * One thing.
	 *
	 * @param what it is
	 * @param now whose it is
	 * @param then whose it would be
	 */
	record Line(String what, String now, String then) {

		public boolean changes() {
			return !this.now.equals(this.then);
		}

	}

}
