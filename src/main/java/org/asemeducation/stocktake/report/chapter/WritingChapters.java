package org.asemeducation.stocktake.report.chapter;

import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.Placeholders;
import org.asemeducation.stocktake.report.chapter.ChapterTexts.Draft;
import org.asemeducation.stocktake.report.chapter.Commission.Author;
import org.asemeducation.stocktake.report.chapter.Commission.State;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An author, or the secretariat in their place, writes a commissioned chapter: saved as
 * it is typed, then handed in.
 */
@Component
public class WritingChapters {

	/** The party's name is printed. */
	static final String PARTY = "party";

	private static final Set<String> SIGNED = Set.of(PARTY, "person");

	private static final int LONGEST = 100_000;

	private final Cycles cycles;

	private final Commissions commissions;

	private final ChapterTexts texts;

	private final CommissionProcess process;

	private final Register register;

	private final Audit audit;

	WritingChapters(Cycles cycles, Commissions commissions, ChapterTexts texts, CommissionProcess process,
			Register register, Audit audit) {
		this.cycles = cycles;
		this.commissions = commissions;
		this.texts = texts;
		this.process = process;
		this.register = register;
		this.audit = audit;
	}

	/**
	 * The chapter, for those who may know of it.
	 * @param cycle whose report it is for
	 * @param number its number
	 * @param reader who asks
	 * @return the chapter
	 * @throws Refused for whoever is neither its author nor of the secretariat
	 */
	Commission of(CycleName cycle, int number, Person reader) {
		Commission commission = this.commissions.get(this.cycles.get(cycle).name(), number);
		if (!reader.isSecretariat() && !commission.author().is(reader)) {
			throw Refused.notAllowed("This chapter is its author’s and the secretariat’s alone.");
		}
		return commission;
	}

	/**
	 * Saves over the version the writer has seen.
	 * @param cycle whose report it is for
	 * @param number the chapter's number
	 * @param seen the version that was written on; 0 when there was none
	 * @param text plain text, paragraphs by blank lines
	 * @param signed {@code party} or {@code person}: whose name is printed
	 * @param writer who saves
	 * @throws Refused when somebody else has saved meanwhile, it was handed in, is over
	 * or not theirs
	 */
	@Transactional
	public void save(CycleName cycle, int number, long seen, String text, String signed, Person writer) {
		requireWriting(cycle, number, writer);
		if (text.length() > LONGEST) {
			throw Refused.invalid("This chapter is not saved: it is too long.", List.of(new Problem("text",
					"Shorten it to %,d characters; it has %,d.".formatted(LONGEST, text.length()))));
		}
		if (!SIGNED.contains(signed)) {
			throw Refused.invalid("This chapter is not saved: choose whose name is printed.",
					List.of(new Problem("signed", "Choose one of the two.")));
		}
		if (!this.texts.save(cycle, number, seen, text, signed, writer.userId())) {
			throw Refused.conflict("Somebody else has saved this chapter since you opened it. "
					+ "Your text is not lost: copy what you want to keep, then load the newer version.");
		}
	}

	/**
	 * Hands in what was saved last; from then on it lies with the secretariat.
	 * @param cycle whose report it is for
	 * @param number the chapter's number
	 * @param seen the version its writer has seen
	 * @param writer who hands in
	 * @throws Refused when nothing is written, somebody else has saved meanwhile, or as
	 * above
	 */
	@Transactional
	public void handIn(CycleName cycle, int number, long seen, Person writer) {
		Commission commission = requireWriting(cycle, number, writer);
		Draft draft = this.texts.draft(cycle, number);
		if (draft.version() != seen) {
			throw Refused.conflict(
					"This chapter is not handed in: somebody else has saved it since you opened it. Load the newer version.");
		}
		String text = draft.text().strip();
		if (text.isEmpty() || Placeholders.isOnlyPlaceholder(text)) {
			throw Refused.invalid("This chapter is not handed in yet.", List.of(new Problem("text", text.isEmpty()
					? "Write it." : "\"%s\" is only a placeholder: write the chapter.".formatted(text))));
		}
		String author = printed(commission.author(), draft.signed(), writer);
		this.texts.handIn(cycle, number, text, author, writer.userId());
		this.process.handedIn(commission, writer.userId());
		this.audit.record(writer.userId(), "hand in chapter", commission.key().toString(), null,
				"%d characters, by %s".formatted(text.length(), author));
	}

	private String printed(Author author, String signed, Person writer) {
		if (PARTY.equals(signed)) {
			return author.partyName();
		}
		String name = author.name();
		if (name == null && !author.is(writer)) {
			throw Refused.invalid("This chapter is not handed in yet.",
					List.of(new Problem("signed", "The secretariat does not sign for %s: choose the name of the party."
						.formatted(author.partyName()))));
		}
		return (name != null) ? name : this.register.nameOf(writer.userId());
	}

	private Commission requireWriting(CycleName cycle, int number, Person writer) {
		this.cycles.lock(cycle);
		Commission commission = of(cycle, number, writer);
		if (commission.state() != State.WRITING) {
			throw Refused.conflict(sentence(commission));
		}
		return commission;
	}

	private static String sentence(Commission commission) {
		@Nullable String because = commission.because();
		String end = (commission.state() == State.WITHDRAWN && because != null) ? ": " + because : "";
		return "“%s” is %s%s. It is not written on now.".formatted(commission.title(), commission.state().words(), end);
	}

}
