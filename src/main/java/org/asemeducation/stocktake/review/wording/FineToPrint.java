package org.asemeducation.stocktake.review.wording;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.review.FinishedReports;
import org.asemeducation.stocktake.review.Verdicts;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Rewording;
import org.asemeducation.stocktake.update.UpdateForm;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat proposes other words for an accepted text; only a coordinator's yes
 * changes it, as a revision of its own. Silence changes nothing.
 */
@Component
public class FineToPrint {

	private static final int LONGEST = 1_000;

	private final Rewording rewording;

	private final Wordings wordings;

	private final Verdicts verdicts;

	private final FinishedReports reports;

	private final Rights rights;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	FineToPrint(Rewording rewording, Wordings wordings, Verdicts verdicts, FinishedReports reports, Rights rights,
			Audit audit, ApplicationEventPublisher events) {
		this.rewording = rewording;
		this.wordings = wordings;
		this.verdicts = verdicts;
		this.reports = reports;
		this.rights = rights;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Proposes other words.
	 * @param key which update; it is accepted
	 * @param field where the text stands
	 * @param text the other words
	 * @param because what the secretariat says about it
	 * @param by the user id of the secretariat
	 * @return the number of the wording
	 * @throws Refused when there is no such text, it would be the same, one waits for an
	 * answer already, or the report takes nothing in any more
	 */
	@Transactional
	public long propose(UpdateKey key, @Nullable String field, @Nullable String text, @Nullable String because,
			String by) {
		Revision accepted = this.rewording.lock(key);
		requireOpenReport(key);
		String place = Optional.ofNullable(field).orElse("");
		String words = Optional.ofNullable(text).orElse("").strip();
		String said = Texts.in(accepted.content()).get(place);
		if (said == null) {
			throw invalid("field", "The accepted update has no text \"%s\": choose one of its texts.".formatted(place));
		}
		if (words.isEmpty() || words.equals(said.strip())) {
			throw invalid("text", "Write the words that you propose; these are the ones that were accepted.");
		}
		List<Problem> misshapen = UpdateForm.misshapen(Texts.with(accepted.content(), place, words));
		if (!misshapen.isEmpty()) {
			throw invalid("text", misshapen.get(0).message());
		}
		if (this.wordings.of(key).stream().anyMatch((other) -> other.isOpen() && other.field().equals(place))) {
			throw Refused.conflict("Other words for this text of %s wait for an answer: withdraw them first."
				.formatted(key.initiative()));
		}
		long id = this.wordings.propose(key, place, said, words, sentence(because), by);
		this.audit.record(by, "propose wording", key.toString(), "%s: %s".formatted(place, said), words);
		this.events.publishEvent(new WordingProposed(key, id));
		return id;
	}

	/**
	 * Lets a proposal go.
	 * @param key which update
	 * @param id the number of the wording
	 * @param by the user id of the secretariat
	 */
	@Transactional
	public void withdraw(UpdateKey key, long id, String by) {
		this.rewording.lock(key);
		Wording wording = open(key, id);
		this.wordings.withdraw(id);
		this.audit.record(by, "withdraw wording", key.toString(), wording.field(), null);
	}

	/**
	 * Agrees, or does not.
	 * @param key which update
	 * @param id the number of the wording
	 * @param agreed whether the other words are printed
	 * @param sentence what the coordinator says about it; wanted where they do not agree
	 * @param by the user id of a coordinator
	 * @throws Refused when somebody was faster, the accepted text is another by now, the
	 * report takes nothing in any more, or the person may not
	 */
	@Transactional
	public void answer(UpdateKey key, long id, @Nullable Boolean agreed, @Nullable String sentence, String by) {
		if (this.rights.submittingAs(by, key.initiative().value()).isEmpty()) {
			throw Refused
				.notAllowed("You do not coordinate %s: ask the secretariat if you should.".formatted(key.initiative()));
		}
		if (agreed == null) {
			throw invalid("agreed", "Say whether the other words are fine to print.");
		}
		if (!agreed && sentence(sentence) == null) {
			throw invalid("sentence", "Say in a sentence why the other words will not do.");
		}
		Revision accepted = this.rewording.lock(key);
		Wording wording = open(key, id);
		Optional<Revision> became = agreed ? Optional.of(reword(accepted, wording, by)) : Optional.empty();
		this.wordings.answer(id, became, sentence(sentence), by);
		this.audit.record(by, agreed ? "agree to wording" : "refuse wording", key.toString(), wording.field(),
				became.map((revision) -> "revision " + revision.number()).orElse(sentence));
	}

	private Revision reword(Revision accepted, Wording wording, String by) {
		requireOpenReport(accepted.key());
		if (!wording.said().equals(Texts.in(accepted.content()).get(wording.field()))) {
			throw Refused.conflict("The text of %s is another by now: ask the secretariat to propose its words anew."
				.formatted(accepted.key().initiative()));
		}
		ObjectNode content = Texts.with(accepted.content(), wording.field(), wording.proposed());
		Revision reworded = this.rewording.add(accepted, content, by);
		this.verdicts.carry(accepted, reworded);
		return reworded;
	}

	private Wording open(UpdateKey key, long id) {
		Wording wording = this.wordings.find(key, id)
			.orElseThrow(() -> Refused.notFound("No such wording of %s was proposed.".formatted(key.initiative())));
		if (wording.withdrawnAt() != null) {
			throw Refused.conflict("The secretariat has withdrawn this wording of %s.".formatted(key.initiative()));
		}
		if (!wording.isOpen()) {
			throw Refused
				.conflict("This wording of %s is answered already: somebody was faster.".formatted(key.initiative()));
		}
		return wording;
	}

	private void requireOpenReport(UpdateKey key) {
		if (this.reports.contain(key.cycle())) {
			throw Refused.conflict("What ministers have of %s is sealed, or published: no text in it changes any more."
				.formatted(key.cycle()));
		}
	}

	private static @Nullable String sentence(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		if (text.length() > LONGEST) {
			throw invalid("sentence", "Say it in at most %,d characters.".formatted(LONGEST));
		}
		return text.strip();
	}

	private static Refused invalid(String field, String message) {
		return Refused.invalid("Nothing is saved: " + message, List.of(new Problem(field, message)));
	}

}
