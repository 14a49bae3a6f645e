package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.Placeholders;
import org.asemeducation.stocktake.report.model.CleanText;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat prints other words in place of an accepted paragraph, or the accepted
 * ones again. The next compilation has them.
 */
@Component
class ParagraphEditing {

	private static final int LONGEST = 20_000;

	private final Cycles cycles;

	private final Steps steps;

	private final Rewording rewording;

	private final Edits edits;

	private final Audit audit;

	ParagraphEditing(Cycles cycles, Steps steps, Rewording rewording, Edits edits, Audit audit) {
		this.cycles = cycles;
		this.steps = steps;
		this.rewording = rewording;
		this.edits = edits;
		this.audit = audit;
	}

	/**
	 * Prints other words.
	 * @param cycle the cycle
	 * @param place where the paragraph stands
	 * @param said the paragraph as its editor reads it, without the edit that ends
	 * @param wording the other words
	 * @param instead the edit that ends with this; {@code null} for none
	 * @param by the user id
	 * @throws Refused when the paragraph says something else by now, the words are none
	 * or the same, or the draft is not the secretariat's to change
	 */
	@Transactional
	void write(CycleName cycle, String place, String said, String wording, @Nullable Long instead, String by) {
		this.cycles.lock(cycle);
		String words = CleanText.of(wording);
		if (words.isEmpty() || Placeholders.isOnlyPlaceholder(words)) {
			throw refused("Write what is to be printed.");
		}
		if (words.length() > LONGEST) {
			throw refused("Shorten it to %,d characters; it has %,d.".formatted(LONGEST, words.length()));
		}
		if (words.equals(said)) {
			throw refused("These are the words that stand there: change them, or leave the paragraph as it is.");
		}
		if (instead != null) {
			end(cycle, instead, by);
		}
		this.rewording.take(cycle, place, said, words, null, by);
		this.audit.record(by, "edit paragraph", cycle + "/" + place, said, words);
	}

	/**
	 * Prints the accepted words.
	 * @param cycle the cycle
	 * @param edit the edit that ends
	 * @param by the user id
	 * @throws Refused when it does not stand, or the draft is not the secretariat's to
	 * change
	 */
	@Transactional
	void accept(CycleName cycle, long edit, String by) {
		this.cycles.lock(cycle);
		this.steps.requireWithSecretariat(cycle);
		Edit ended = end(cycle, edit, by);
		this.audit.record(by, "print accepted paragraph", cycle + "/" + ended.place(), ended.wording(), ended.said());
	}

	private Edit end(CycleName cycle, long id, String by) {
		Edit edit = this.edits.standing(cycle)
			.stream()
			.filter((it) -> it.id() == id)
			.findFirst()
			.orElseThrow(() -> Refused.conflict(
					"Somebody has decided on this paragraph since you opened the page. Load it again and read what is printed now."));
		this.edits.drop(cycle, id, by);
		return edit;
	}

	private static Refused refused(String what) {
		return Refused.invalid("The paragraph stays as it is. " + what, List.of(new Problem("wording", what)));
	}

}
