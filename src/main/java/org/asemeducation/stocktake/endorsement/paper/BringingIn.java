package org.asemeducation.stocktake.endorsement.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.WorkPlan;
import org.asemeducation.stocktake.cycle.paper.PaperCycle;
import org.asemeducation.stocktake.cycle.paper.PaperCycles;
import org.asemeducation.stocktake.cycle.paper.PaperInitiative;
import org.asemeducation.stocktake.endorsement.conclusions.Conclusions;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.PlanRefused;
import org.asemeducation.stocktake.report.paper.PaperReports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings in a cycle that was run on paper, all or nothing, and takes it back. Nobody is
 * asked, told or reminded: no process starts.
 */
@Component
class BringingIn {

	private static final int LONGEST_REASON = 500;

	private final PaperWorkbook workbook;

	private final PaperCycles papers;

	private final PaperReports reports;

	private final Conclusions conclusions;

	private final Cycles cycles;

	private final WorkPlan workPlan;

	private final Audit audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	BringingIn(PaperWorkbook workbook, PaperCycles papers, PaperReports reports, Conclusions conclusions, Cycles cycles,
			WorkPlan workPlan, Audit audit, JdbcClient jdbc, Clock clock) {
		this.workbook = workbook;
		this.papers = papers;
		this.reports = reports;
		this.conclusions = conclusions;
		this.cycles = cycles;
		this.workPlan = workPlan;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What would be brought in; nothing is.
	 * @throws Refused when what is typed will not do
	 * @throws PlanRefused when the workbook will not do
	 */
	@Transactional(readOnly = true)
	Foreseen foresee(PaperForm form, String file, byte[] content) {
		PaperCycle cycle = read(form, file, content);
		List<String> notes = new ArrayList<>();
		this.papers.find(cycle.name())
			.ifPresent((before) -> notes
				.add("It takes the place of what was brought in before, from %s.".formatted(before.file())));
		this.papers.underWay()
			.forEach((open) -> notes.add(
					"%s is open already and keeps the commitments that it was opened with; the last texts are shown in its forms."
						.formatted(open)));
		this.workPlan.adoptedAfter(cycle.adoptedOn(), cycle.name())
			.ifPresent((later) -> notes
				.add("The work plan of %s was adopted later and stays in force: the next cycle begins from that."
					.formatted(later)));
		Set<String> rows = cycle.initiatives().stream().map((it) -> it.id().value()).collect(Collectors.toSet());
		List<String> without = this.jdbc.sql("select id from initiative where in_force order by position")
			.query(String.class)
			.list()
			.stream()
			.filter((id) -> !rows.contains(id))
			.toList();
		Set<String> known = Set.copyOf(this.jdbc.sql("select id from initiative").query(String.class).list());
		List<String> old = rows.stream().filter((id) -> !known.contains(id)).sorted().toList();
		if (!old.isEmpty()) {
			notes.add("The plan never had %s: what is said here stays with that cycle, and nobody is asked about it."
				.formatted(String.join(", ", old)));
		}
		if (!without.isEmpty()) {
			notes.add("The file has no row for %s.".formatted(String.join(", ", without)));
		}
		return new Foreseen(cycle, notes);
	}

	/**
	 * Brings it in, in place of what was brought in before.
	 * @return what was
	 * @throws Refused when a cycle has begun from what was brought in before
	 */
	@Transactional
	PaperCycle bring(PaperForm form, String file, byte[] content, String by) {
		this.workPlan.hold();
		PaperCycle cycle = read(form, file, content);
		CycleName name = cycle.name();
		String before = this.papers.find(name).map((it) -> whole(name).inWords()).orElse(null);
		this.conclusions.fromPaper(name, Map.of(), by);
		this.papers.write(cycle, file, by);
		Map<String, String> paragraphs = new LinkedHashMap<>();
		cycle.initiatives().forEach((it) -> {
			if (it.paragraphs() != null) {
				paragraphs.put(it.id().value(), it.paragraphs());
			}
		});
		this.conclusions.fromPaper(name, paragraphs, by);
		this.audit.record(by, "bring in cycle from paper", name.value(), before,
				"%s, from %s".formatted(cycle.inWords(), file));
		for (PaperInitiative it : cycle.initiatives()) {
			this.audit.record(by, "bring in from paper", name + "/" + it.id(), null, it.inWords());
		}
		return cycle;
	}

	/**
	 * Takes it back, with its old report.
	 * @throws Refused without a reason, or when a cycle has begun from it
	 */
	@Transactional
	void takeBack(CycleName name, String reason, String by) {
		String why = reason.strip();
		if (why.isEmpty() || why.length() > LONGEST_REASON) {
			String sentence = "Say why %s is taken back, in at most %d characters.".formatted(name, LONGEST_REASON);
			throw Refused.invalid(sentence, List.of(new Problem("reason", sentence)));
		}
		this.workPlan.hold();
		requireUnused(name, "taken back");
		PaperCycle was = whole(name);
		this.reports.remove(name);
		this.conclusions.fromPaper(name, Map.of(), by);
		this.papers.remove(name);
		this.audit.record(by, "take back cycle from paper", name.value(), was.inWords(), why);
		for (PaperInitiative it : was.initiatives()) {
			this.audit.record(by, "take back from paper", name + "/" + it.id(), it.inWords(), why);
		}
	}

	/** The cycle as it was brought in. */
	PaperCycle whole(CycleName name) {
		if (this.papers.find(name).isEmpty()) {
			throw Refused.notFound("No cycle %s was brought in from paper.".formatted(name));
		}
		return this.papers.read(name, this.conclusions.paragraphs(name));
	}

	private PaperCycle read(PaperForm form, String file, byte[] content) {
		List<String> problems = form.problems(LocalDate.now(this.clock));
		if (!problems.isEmpty()) {
			throw Refused.invalid(String.join(" ", problems),
					problems.stream().map((problem) -> new Problem("name", problem)).toList());
		}
		CycleName name = new CycleName(form.name());
		if (this.papers.find(name).isPresent()) {
			requireUnused(name, "brought in again");
		}
		else if (this.cycles.find(name).isPresent() || !this.workPlan.lines(name).isEmpty()) {
			throw Refused.conflict("%s was run here: choose the name of an earlier cycle.".formatted(name));
		}
		return form.with(this.workbook.read(file, content));
	}

	private void requireUnused(CycleName name, String what) {
		this.papers.usedBy(name).ifPresent((user) -> {
			throw Refused.conflict("%s cannot be %s any more: %s has begun from it.".formatted(name, what, user));
		});
	}

	/**
	 * What would be brought in.
	 *
	 * @param notes what to know before, in sentences
	 */
	record Foreseen(PaperCycle cycle, List<String> notes) {
	}

}
