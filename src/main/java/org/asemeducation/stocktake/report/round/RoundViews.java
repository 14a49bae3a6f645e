package org.asemeducation.stocktake.report.round;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.report.comment.FormDraft;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.round.RoundAccess.Reader;
import org.asemeducation.stocktake.update.compare.Part;
import org.asemeducation.stocktake.update.compare.WordComparison;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * A round as its readers see it.
 */
@Component
class RoundViews {

	private final Speaking speaking;

	private final RoundComments comments;

	private final Decisions decisions;

	private final Rounds rounds;

	private final ReadDrafts drafts;

	private final Register register;

	RoundViews(Speaking speaking, RoundComments comments, Decisions decisions, Rounds rounds, ReadDrafts drafts,
			Register register) {
		this.speaking = speaking;
		this.comments = comments;
		this.decisions = decisions;
		this.rounds = rounds;
		this.drafts = drafts;
		this.register = register;
	}

	Shown of(Reader reader) {
		Round round = reader.round();
		Passages passages = this.drafts.of(round).passages();
		return new Shown(round.number(), round.closesAt(), round.zone().getId(), reader.open(),
				round.answeredAt() != null && !round.isCalledOff(), prose(passages),
				saved(round, this.speaking.by(round, reader.person().userId())),
				reader.insider() && round.readAt() == null ? others(reader, passages) : List.of(),
				said(reader, passages));
	}

	private static List<String> prose(Passages passages) {
		return passages.all()
			.stream()
			.filter(Passage::prose)
			.map((passage) -> "%s-p%d".formatted(passage.place(), passage.paragraph()))
			.toList();
	}

	Saved saved(Round round, FormDraft<RoundForm> draft) {
		Passages passages = this.drafts.of(round).passages();
		Map<String, List<Part>> changes = new LinkedHashMap<>();
		draft.content()
			.lines()
			.forEach((line) -> line.change(passages)
				.ifPresent((words) -> changes.put(Objects.requireNonNullElse(line.key(), ""),
						WordComparison.of(line.passage(passages).orElseThrow().text(), words))));
		String by = draft.savedBy();
		return new Saved(draft.version(), draft.content(), draft.savedAt(),
				(by != null) ? this.register.nameOf(by) : null, changes);
	}

	/** What others are writing, while it may still change. */
	private List<Said> others(Reader reader, Passages passages) {
		return this.speaking.all(reader.round())
			.stream()
			.filter((form) -> !reader.person().userId().equals(form.savedBy()))
			.flatMap((form) -> form.content().said(passages).stream().map((line) -> {
				Passage passage = line.passage(passages).orElseThrow();
				return new Said(reader.round().number(), passage.place(), passage.paragraph(), passage.paragraph(),
						passage.called(), this.register.nameOf(Objects.requireNonNull(form.savedBy())), false,
						line.remark(), parts(passage.text(), line.change(passages).orElse(null)), null, null);
			}))
			.toList();
	}

	/** What was said in this round and those before it, at the passages of this draft. */
	private List<Said> said(Reader reader, Passages passages) {
		Round round = reader.round();
		Map<Long, Decided> decided = this.decisions.of(round.cycle());
		Map<Integer, Round> rounds = new LinkedHashMap<>();
		this.rounds.of(round.cycle()).forEach((one) -> rounds.put(one.number(), one));
		return this.comments.upTo(round.cycle(), round.number())
			.stream()
			.filter((comment) -> reader.sees(comment.madeBy()))
			.map((comment) -> {
				Round its = Objects.requireNonNull(rounds.get(comment.round()));
				boolean answered = its.answeredAt() != null && !its.isCalledOff();
				Decided made = decided.getOrDefault(comment.id(), Decided.NOT_YET);
				return new Said(comment.round(), comment.place(), comment.paragraph(), now(comment, passages),
						comment.called(), this.register.nameOf(comment.madeBy()),
						comment.madeBy().equals(reader.person().userId()), comment.text(),
						parts(comment.said(), comment.wording()), answered ? made.words() : null,
						answered ? made.reason() : null);
			})
			.toList();
	}

	/**
	 * Which paragraph says it in another draft; {@code null} where none does any more.
	 */
	static @Nullable Integer now(RoundComment comment, Passages passages) {
		if (comment.paragraph() == 0) {
			return passages.find(comment.place(), 0).map(Passage::paragraph).orElse(null);
		}
		return passages.find(comment.place(), comment.paragraph())
			.filter((passage) -> passage.text().equals(comment.said()))
			.or(() -> passages.saying(comment.place(), comment.said()))
			.map(Passage::paragraph)
			.orElse(null);
	}

	static @Nullable List<Part> parts(String said, @Nullable String wording) {
		return (wording != null) ? WordComparison.of(said, wording) : null;
	}

	/**
	 * A round.
	 *
	 * @param open whether anything can be said now
	 * @param answered whether the answers are sent
	 * @param prose the ids of passages that can be put in other words, such as
	 * {@code A01-I02-progress-p1}
	 * @param draft what the reader has written in it
	 * @param others what others are writing, for the reviewing body and the secretariat
	 * @param said what was said in it, once it is over, and in those before it
	 */
	record Shown(int number, Instant closesAt, String zone, boolean open, boolean answered, List<String> prose,
			Saved draft, List<Said> others, List<Said> said) {
	}

	/**
	 * Somebody's comments as last saved; version 0 when none were.
	 *
	 * @param changes the suggested words beside the paragraph's, by the comment's key
	 */
	record Saved(long version, RoundForm content, @Nullable Instant savedAt, @Nullable String savedBy,
			Map<String, List<Part>> changes) {
	}

	/**
	 * A comment.
	 *
	 * @param paragraph which it was in the draft of its round
	 * @param now which it is in this draft; {@code null} where it says something else
	 * @param mine whether its reader wrote it
	 * @param parts the suggested words beside the paragraph's; {@code null} for none
	 * @param decision in words; {@code null} before the answers are sent
	 * @param reason of the decision
	 */
	record Said(int round, String place, int paragraph, @Nullable Integer now, String called, String by, boolean mine,
			String text, @Nullable List<Part> parts, @Nullable String decision, @Nullable String reason) {
	}

}
