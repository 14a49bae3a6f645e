package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Tells a programme that is listed under several actions once: in the first of its rows
 * that has an update. The others refer to it for what they say in the same words, and
 * keep what is their own: commitments, milestones, plans, status, links and pictures.
 */
final class Programmes {

	/** Where a row refers to another. */
	static final String ELSEWHERE = "told-elsewhere";

	private final Map<String, Initiative> tellers = new HashMap<>();

	private Programmes() {
	}

	static Programmes none() {
		return new Programmes();
	}

	static Programmes of(ReportModel report) {
		Programmes programmes = new Programmes();
		report.initiatives()
			.filter((it) -> it.programme() != null && it.update() != null)
			.sorted(Comparator.comparingInt(Initiative::position))
			.forEach((it) -> programmes.tellers.putIfAbsent(it.programme(), it));
		return programmes;
	}

	/** What a row does not tell by itself; nothing where it tells everything. */
	Optional<Told> told(Initiative row) {
		Initiative teller = this.tellers.get(Objects.requireNonNullElse(row.programme(), ""));
		if (teller == null || teller.id().equals(row.id()) || row.update() == null) {
			return Optional.empty();
		}
		Told told = new Told(teller, Objects.requireNonNull(teller.update()), row.update(), new ArrayList<>());
		Update own = told.reduced();
		return told.names().isEmpty() ? Optional.empty()
				: Optional.of(new Told(teller, told.before(), own, told.names()));
	}

	/**
	 * What is told elsewhere.
	 *
	 * @param teller the row that tells it
	 * @param before the update of that row
	 * @param own the update of this row, without what is told there in the same words
	 * @param names of what is told there
	 */
	record Told(Initiative teller, Update before, Update own, List<String> names) {

		Section section(Initiative row) {
			return new Section(Section.Kind.TOPIC, row.id() + "-" + ELSEWHERE, null, "Told under " + this.teller.id(),
					null, null,
					List.of(new Bullets(
							List.of(new Phrase(
									"%s %s, revision %d: %s".formatted(this.teller.id(), this.teller.title(),
											this.before.revision(), String.join(", ", this.names)),
									"#" + this.teller.id())))));
		}

		private Update reduced() {
			return this.own.besides(
					text("the Conclusions it answers", this.before.conclusions(), this.own.conclusions()),
					list("partners and stakeholders involved", this.before.partners(), this.own.partners()),
					text("progress and achievements", this.before.progress(), this.own.progress()),
					list("events", this.before.events(), this.own.events()),
					text("highlights", this.before.highlights(), this.own.highlights()),
					text("added value", this.before.addedValue(), this.own.addedValue()),
					text("challenges", this.before.challenges(), this.own.challenges()),
					list("answers to the questions of this cycle", this.before.answers(), this.own.answers()),
					list("contribution to objectives", this.before.objectives(), this.own.objectives()),
					list("contribution to subgoals", this.before.contributions(), this.own.contributions()));
		}

		private @Nullable String text(String name, @Nullable String there, @Nullable String here) {
			if (here == null || !here.equals(there)) {
				return here;
			}
			this.names.add(name);
			return null;
		}

		private <T> List<T> list(String name, List<T> there, List<T> here) {
			if (here.isEmpty() || !here.equals(there)) {
				return here;
			}
			this.names.add(name);
			return List.of();
		}

	}

}
