package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.endorsement.AnnexChange.Kind;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.CleanText;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters what senior officials asked to change in the annex, line by line: each change is
 * kept at once, with who asked for it, until all are taken in.
 */
@Component
class AnnexEditing {

	private final Cycles cycles;

	private final Occasions occasions;

	private final Versions versions;

	private final AnnexChanges changes;

	private final TakenIn takenIn;

	private final Audit audit;

	AnnexEditing(Cycles cycles, Occasions occasions, Versions versions, AnnexChanges changes, TakenIn takenIn,
			Audit audit) {
		this.cycles = cycles;
		this.occasions = occasions;
		this.versions = versions;
		this.changes = changes;
		this.takenIn = takenIn;
		this.audit = audit;
	}

	/**
	 * Adds a line.
	 * @return its number
	 * @throws Refused when something is missing, or the annex is not open to changes
	 */
	@Transactional
	int add(CycleName cycle, @Nullable String initiative, Wording wording, @Nullable String askedBy, String by) {
		open(cycle);
		List<Problem> problems = new ArrayList<>(wording.problems());
		if (this.versions.report(cycle, State.FOR_OFFICIALS)
			.initiatives()
			.noneMatch((known) -> known.id().equals(initiative))) {
			problems.add(0, new Problem("initiative", "Choose the initiative that the line belongs to."));
		}
		String asked = asked(askedBy, problems, "The line is not added.");
		int line = Math.max(last(this.versions.annex(cycle, State.FOR_OFFICIALS).lines(), Annex.Line::number),
				last(this.changes.of(cycle), AnnexChange::line)) + 1;
		put(cycle, new AnnexChange(line, Kind.ADDED, Objects.requireNonNull(initiative), wording, asked, 1), null, by);
		return line;
	}

	/**
	 * Gives a line other words.
	 * @param version of the change that the person saw; 0 when there was none
	 * @throws Refused when somebody was faster, something is missing or nothing is
	 * different
	 */
	@Transactional
	void change(CycleName cycle, int number, Wording wording, @Nullable String askedBy, int version, String by) {
		open(cycle);
		Optional<AnnexChange> before = seen(cycle, number, version);
		String asked = asked(askedBy, new ArrayList<>(wording.problems()), "Line %d is not changed.".formatted(number));
		if (before.isPresent() && before.get().kind() == Kind.ADDED) {
			put(cycle, new AnnexChange(number, Kind.ADDED, before.get().initiative(), wording, asked, version + 1),
					before.get(), by);
			return;
		}
		Annex.Line line = line(cycle, number);
		if (wording.equals(Wording.of(line))) {
			throw Refused.conflict("Line %d already says this: change its words, or leave it.".formatted(number));
		}
		put(cycle, new AnnexChange(number, Kind.CHANGED, line.initiative(), wording, asked, version + 1),
				before.orElse(null), by);
	}

	/**
	 * Strikes a line.
	 * @param version of the change that the person saw; 0 when there was none
	 * @throws Refused when somebody was faster, nobody asked for it, or the line was only
	 * added now
	 */
	@Transactional
	void strike(CycleName cycle, int number, @Nullable String askedBy, int version, String by) {
		open(cycle);
		Optional<AnnexChange> before = seen(cycle, number, version);
		if (before.isPresent() && before.get().kind() == Kind.ADDED) {
			throw Refused.conflict("Line %d was added at SOM2: take it back instead of striking it.".formatted(number));
		}
		String asked = asked(askedBy, new ArrayList<>(), "Line %d is not struck.".formatted(number));
		put(cycle, new AnnexChange(number, Kind.STRUCK, line(cycle, number).initiative(), null, asked, version + 1),
				before.orElse(null), by);
	}

	/**
	 * Takes a change back: the line is as it was put to officials, an added one is gone.
	 * @param version of the change that the person saw
	 * @throws Refused when somebody was faster
	 */
	@Transactional
	void takeBack(CycleName cycle, int number, int version, String by) {
		open(cycle);
		AnnexChange before = seen(cycle, number, version)
			.orElseThrow(() -> Refused.conflict("Line %d is as it was put to officials.".formatted(number)));
		this.changes.remove(cycle, number);
		this.audit.record(by, "take back annex change", subject(cycle, before), words(before), null);
	}

	private void open(CycleName cycle) {
		this.cycles.lock(cycle);
		this.occasions.recorded(cycle, MeetingKind.SOM2);
		if (this.takenIn.isDone(cycle)) {
			throw Refused
				.conflict("SOM2's changes of %s are taken in already: the annex stays as it is.".formatted(cycle));
		}
	}

	private Optional<AnnexChange> seen(CycleName cycle, int number, int version) {
		Optional<AnnexChange> now = this.changes.of(cycle, number);
		if (now.map(AnnexChange::version).orElse(0) != version) {
			throw Refused.conflict("Somebody has changed line %d meanwhile: look at it as it stands now, then decide."
				.formatted(number));
		}
		return now;
	}

	private Annex.Line line(CycleName cycle, int number) {
		return this.versions.annex(cycle, State.FOR_OFFICIALS)
			.lines()
			.stream()
			.filter((line) -> line.number() == number)
			.findFirst()
			.orElseThrow(() -> Refused
				.notFound("The annex of %s that was put to officials has no line %d.".formatted(cycle, number)));
	}

	private static String asked(@Nullable String askedBy, List<Problem> problems, String otherwise) {
		String asked = (askedBy != null) ? CleanText.of(askedBy) : "";
		if (asked.isEmpty()) {
			problems.add(new Problem("askedBy", "Say who asked for it, as in \"Malta\" or \"SOM2, all partners\"."));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid(otherwise, problems);
		}
		return asked;
	}

	private void put(CycleName cycle, AnnexChange change, @Nullable AnnexChange before, String by) {
		this.changes.put(cycle, change, by);
		this.audit.record(by, "change annex", subject(cycle, change), (before != null) ? words(before) : null,
				words(change));
	}

	private static String subject(CycleName cycle, AnnexChange change) {
		return "%s/%s".formatted(cycle, change.initiative());
	}

	private static String words(AnnexChange change) {
		return "line %d %s, asked by %s%s".formatted(change.line(), change.kind().code(), change.askedBy(),
				(change.wording() != null) ? ": " + change.wording().activity() : "");
	}

	private static <T> int last(List<T> all, ToIntFunction<T> number) {
		return all.stream().mapToInt(number).max().orElse(0);
	}

}
