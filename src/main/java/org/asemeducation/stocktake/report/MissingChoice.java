package org.asemeducation.stocktake.report;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.Placeholders;
import org.asemeducation.stocktake.report.MissingAnswer.Choice;
import org.asemeducation.stocktake.report.model.CleanText;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Instead;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat chooses what is printed where no update was accepted.
 */
@Component
class MissingChoice {

	private static final int LONGEST = 20_000;

	private final Cycles cycles;

	private final Steps steps;

	private final Reports reports;

	private final MissingAnswers answers;

	private final Audit audit;

	MissingChoice(Cycles cycles, Steps steps, Reports reports, MissingAnswers answers, Audit audit) {
		this.cycles = cycles;
		this.steps = steps;
		this.reports = reports;
		this.answers = answers;
		this.audit = audit;
	}

	/** The initiatives of which nothing is accepted, each with what can be printed. */
	List<Missing> of(CycleName cycle) {
		Map<String, MissingAnswer> chosen = this.answers.of(cycle);
		Map<String, Instead> earlier = this.answers.earlier(cycle);
		return this.reports.current(cycle)
			.initiatives()
			.filter((it) -> it.update() == null && it.answer() == null)
			.map((it) -> new Missing(it, chosen.get(it.id()), earlier.get(it.id())))
			.toList();
	}

	/**
	 * Chooses; the next compilation prints it.
	 * @param cycle the cycle
	 * @param initiative the initiative's id
	 * @param typed {@code no-update}, {@code carried-forward} or {@code desk-update}
	 * @param words of a desk update
	 * @param by the user id
	 * @throws Refused when there is an accepted update, nothing to carry forward or
	 * nothing written, or the draft is not the secretariat's to change
	 */
	@Transactional
	void choose(CycleName cycle, String initiative, String typed, String words, String by) {
		this.cycles.lock(cycle);
		this.steps.requireWithSecretariat(cycle);
		Missing missing = of(cycle).stream()
			.filter((it) -> it.initiative().id().equals(initiative))
			.findFirst()
			.orElseThrow(() -> Refused.conflict("“%s” is no initiative of %s that lacks an update: load the page again."
				.formatted(initiative, cycle)));
		Choice choice = Choice.of(typed).orElseThrow(() -> refused(initiative, "Choose one of the three."));
		Instead instead = switch (choice) {
			case NO_UPDATE -> null;
			case CARRIED_FORWARD -> carried(missing);
			case DESK_UPDATE -> desk(initiative, CleanText.of(words));
		};
		this.answers.choose(cycle, initiative, choice, instead, by);
		MissingAnswer before = missing.chosen();
		this.audit.record(by, "choose for missing update", cycle + "/" + initiative,
				(before != null) ? before.choice().word() : null, told(choice, instead));
	}

	private static String told(Choice choice, @Nullable Instead instead) {
		return (instead == null) ? choice.word()
				: (instead.year() == null) ? "%s: %s".formatted(choice.word(), instead.text())
						: "%s: %s, %s, of %d".formatted(choice.word(), instead.cycle(),
								(instead.revision() != null) ? "revision " + instead.revision() : "on paper",
								instead.year());
	}

	private static Instead carried(Missing missing) {
		if (missing.earlier() == null) {
			throw refused(missing.initiative().id(),
					"There is no accepted text of an earlier cycle that could be carried forward.");
		}
		return missing.earlier();
	}

	private static Instead desk(String initiative, String words) {
		if (words.isEmpty() || Placeholders.isOnlyPlaceholder(words)) {
			throw refused(initiative, "Write the desk update.");
		}
		if (words.length() > LONGEST) {
			throw refused(initiative,
					"Shorten the desk update to %,d characters; it has %,d.".formatted(LONGEST, words.length()));
		}
		return new Instead(Instead.DESK_UPDATE, words, null, null, null, null, null);
	}

	private static Refused refused(String initiative, String what) {
		return Refused.invalid("Nothing is changed for %s. %s".formatted(initiative, what),
				List.of(new Problem("choice", what)));
	}

	/**
	 * An initiative of which nothing is accepted.
	 *
	 * @param chosen what was chosen; {@code null}: nothing yet
	 * @param earlier what can be carried forward; {@code null} where nothing can
	 */
	record Missing(Initiative initiative, @Nullable MissingAnswer chosen, @Nullable Instead earlier) {

		/** The word of what is printed today. */
		public String today() {
			return (this.chosen != null) ? this.chosen.choice().word() : Choice.NO_UPDATE.word();
		}

		/** The desk update that was written; empty where none was. */
		public String desk() {
			return (this.chosen != null && this.chosen.choice() == Choice.DESK_UPDATE && this.chosen.instead() != null)
					? this.chosen.instead().text() : "";
		}

	}

}
