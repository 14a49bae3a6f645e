package org.asemeducation.stocktake.endorsement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.endorsement.AnnexChange.Kind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.CleanText;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters what senior officials asked to change in the annex, line by line: each change is
 * kept at once, with who asked for it, until all are taken in.
 */
@Component
class AnnexEditing {

	private final OpenAnnex open;

	private final AnnexChanges changes;

	private final WorkPlan workPlan;

	AnnexEditing(OpenAnnex open, AnnexChanges changes, WorkPlan workPlan) {
		this.open = open;
		this.changes = changes;
		this.workPlan = workPlan;
	}

	/**
	 * Adds a line.
	 * @return its number
	 * @throws Refused when something is missing, or the annex is not open to changes
	 */
	@Transactional
	int add(CycleName cycle, @Nullable String initiative, Wording wording, @Nullable String askedBy, String by) {
		ReportModel put = this.open.of(cycle);
		List<Problem> problems = new ArrayList<>();
		if (put.initiatives().noneMatch((known) -> known.id().equals(initiative))) {
			problems.add(new Problem("initiative", "Choose the initiative that the line belongs to."));
		}
		problems.addAll(wording.problems());
		String asked = asked(askedBy, problems, "The line is not added.");
		return add(cycle, put, Kind.ADDED, Objects.requireNonNull(initiative), wording, asked, by);
	}

	/**
	 * Carries a line over from the work plan that was adopted before: what was promised
	 * then is promised once more.
	 * @param initiative whose line
	 * @param position which of its adopted lines, from 1
	 * @return its number
	 * @throws Refused when there is no such line, nobody asked for it, or it is carried
	 * over already
	 */
	@Transactional
	int carryOver(CycleName cycle, @Nullable String initiative, int position, @Nullable String askedBy, String by) {
		ReportModel put = this.open.of(cycle);
		List<Wording> adopted = adopted(cycle).getOrDefault(initiative, List.of());
		List<Problem> problems = new ArrayList<>();
		if (position < 1 || position > adopted.size()
				|| put.initiatives().noneMatch((known) -> known.id().equals(initiative))) {
			problems.add(new Problem("line", "Choose a line of the work plan that was adopted before."));
		}
		String asked = asked(askedBy, problems, "The line is not carried over.");
		Wording wording = adopted.get(position - 1);
		if (this.changes.of(cycle, put.version())
			.stream()
			.anyMatch((change) -> change.kind() == Kind.CARRIED_OVER && change.initiative().equals(initiative)
					&& wording.equals(change.wording()))) {
			throw Refused.conflict("This line of %s is carried over already.".formatted(initiative));
		}
		return add(cycle, put, Kind.CARRIED_OVER, Objects.requireNonNull(initiative), wording, asked, by);
	}

	/** The lines of the work plan adopted before, by initiative, each in its order. */
	Map<String, List<Wording>> adopted(CycleName cycle) {
		return this.workPlan.linesBefore(cycle)
			.stream()
			.collect(Collectors.groupingBy((line) -> line.initiative().value(), TreeMap::new,
					Collectors.mapping((line) -> new Wording(line.activity(), line.period(), line.output(),
							line.result(), line.contribution()), Collectors.toList())));
	}

	private int add(CycleName cycle, ReportModel put, Kind kind, String initiative, Wording wording, String askedBy,
			String by) {
		int line = Math.max(this.changes.lastLine(cycle),
				Objects.requireNonNull(put.workPlan()).lines().stream().map(Annex.Line::number).reduce(0, Math::max))
				+ 1;
		this.changes.put(cycle, put.version(), new AnnexChange(line, kind, initiative, wording, askedBy, 1), by);
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
		ReportModel put = this.open.of(cycle);
		Optional<AnnexChange> before = seen(cycle, put, number, version);
		String asked = asked(askedBy, wording.problems(), "Line %d is not changed.".formatted(number));
		Optional<AnnexChange> added = before.filter((change) -> change.kind().isNew());
		if (added.isPresent()) {
			this.changes.put(cycle, put.version(),
					new AnnexChange(number, added.get().kind(), added.get().initiative(), wording, asked, version + 1),
					by);
			return;
		}
		Annex.Line line = OpenAnnex.line(put, number);
		if (wording.equals(Wording.of(line))) {
			throw Refused.conflict("Line %d already says this: change its words, or leave it.".formatted(number));
		}
		this.changes.put(cycle, put.version(),
				new AnnexChange(number, Kind.CHANGED, line.initiative(), wording, asked, version + 1), by);
	}

	/**
	 * Strikes a line.
	 * @param version of the change that the person saw; 0 when there was none
	 * @throws Refused when somebody was faster, nobody asked for it, or the line was only
	 * added now
	 */
	@Transactional
	void strike(CycleName cycle, int number, @Nullable String askedBy, int version, String by) {
		ReportModel put = this.open.of(cycle);
		if (seen(cycle, put, number, version).filter((change) -> change.kind().isNew()).isPresent()) {
			throw Refused
				.conflict("Line %d was only added now: take it back instead of striking it.".formatted(number));
		}
		String asked = asked(askedBy, List.of(), "Line %d is not struck.".formatted(number));
		this.changes.put(cycle, put.version(), new AnnexChange(number, Kind.STRUCK,
				OpenAnnex.line(put, number).initiative(), null, asked, version + 1), by);
	}

	/**
	 * Takes a change back: the line is as it was put to officials, an added one is gone.
	 * @param version of the change that the person saw
	 * @throws Refused when somebody was faster
	 */
	@Transactional
	void takeBack(CycleName cycle, int number, int version, String by) {
		ReportModel put = this.open.of(cycle);
		AnnexChange before = seen(cycle, put, number, version)
			.orElseThrow(() -> Refused.conflict("Line %d is as it was put to officials.".formatted(number)));
		this.changes.remove(cycle, put.version(), before, by);
	}

	private Optional<AnnexChange> seen(CycleName cycle, ReportModel put, int number, int version) {
		Optional<AnnexChange> now = this.changes.of(cycle, put.version(), number);
		if (now.map(AnnexChange::version).orElse(0) != version) {
			throw Refused.conflict("Somebody has changed line %d meanwhile: look at it as it stands now, then decide."
				.formatted(number));
		}
		return now;
	}

	private static String asked(@Nullable String askedBy, List<Problem> others, String otherwise) {
		String asked = (askedBy != null) ? CleanText.of(askedBy) : "";
		List<Problem> problems = new ArrayList<>(others);
		if (asked.isEmpty()) {
			problems.add(new Problem("askedBy", "Say who asked for it, as in \"Malta\" or \"SOM2, all partners\"."));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid(otherwise, problems);
		}
		return asked;
	}

}
