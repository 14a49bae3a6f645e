package org.asemeducation.stocktake.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table.Column;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Glance;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Since;
import org.asemeducation.stocktake.report.model.Update;

/**
 * The chapters that say what the plan is, what is new, and what this report rests on.
 */
class FurtherChapters {

	private final TableNumbers tables;

	FurtherChapters(TableNumbers tables) {
		this.tables = tables;
	}

	/** The plan in short. */
	List<Block> plan(ReportModel report) {
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Prose(Prose.Tone.NOTE,
				"The Action Plan of the ASEM Education Strategy as this cycle asked about it. Which subgoals an action serves is said only where the secretariat has confirmed it."));
		List<Fact> objectives = report.frame()
			.stream()
			.flatMap((objective) -> Stream.concat(
					Stream.of(new Fact("Objective " + objective.number(), objective.title())),
					objective.subgoals().stream().map((it) -> new Fact("Subgoal " + it.number(), it.text()))))
			.toList();
		if (!objectives.isEmpty()) {
			blocks.add(new Facts(objectives));
		}
		blocks.add(this.tables.table("Actions",
				List.of(Column.of("Action", 15), Column.of("Title", 45), Column.of("Serves subgoals", 20),
						Column.ofNumbers("Initiatives", 20)),
				report.parts()
					.stream()
					.flatMap((part) -> part.actions().stream())
					.sorted(Comparator.comparingInt(Part.ActionSection::number))
					.map((it) -> List.of(new Phrase("Action " + it.number(), "#action-" + it.number()),
							Phrase.of(it.title()),
							Phrase.of(it.subgoals().isEmpty() ? "Not confirmed" : String.join(", ", it.subgoals())),
							Phrase.of(String.valueOf(it.initiatives().size()))))
					.toList()));
		return blocks;
	}

	/**
	 * What is new, and what is planned; what is expected of it stands in the fact sheets.
	 */
	List<Block> news(ReportModel report) {
		List<Block> blocks = new ArrayList<>();
		List<Phrase> fresh = report.initiatives()
			.filter(Initiative::isNew)
			.map((it) -> new Phrase("%s %s (%s)".formatted(it.id(), it.title(), it.coordinators()), "#" + it.id()))
			.toList();
		if (fresh.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE, "The plan marks no initiative as new."));
		}
		else {
			blocks.add(new Section(Section.Kind.TOPIC, "new-initiatives", null, "New initiatives", null, null,
					List.of(new Bullets(fresh))));
		}
		List<List<Phrase>> planned = (report.objectives() == null) ? counted(report)
				: report.initiatives().flatMap((it) -> activities(it).stream()).toList();
		if (planned.isEmpty()) {
			blocks.add(new Prose(Prose.Tone.NOTE, "No accepted update announces activities for the next two years."));
		}
		else {
			blocks.add(this.tables.table("Activities announced for the next two years; they stand in the fact sheets",
					(report.objectives() == null)
							? List.of(Column.of("Initiative", 20), Column.of("Title", 60),
									Column.ofNumbers("Activities", 20))
							: List.of(Column.of("Initiative", 25), Column.of("Activity", 55), Column.of("When", 20)),
					planned));
		}
		return blocks;
	}

	private static List<List<Phrase>> activities(Initiative initiative) {
		Update update = initiative.update();
		return (update == null) ? List.of() : update.plans()
			.stream()
			.map((it) -> List.of(
					new Phrase("%s, revision %d".formatted(initiative.id(), update.revision()), "#" + initiative.id()),
					Phrase.of(Stream.of(it.activity(), it.output(), it.result())
						.filter(Objects::nonNull)
						.findFirst()
						.orElse("")),
					Phrase.of(it.when())))
			.toList();
	}

	/** In reports from before the activities themselves were listed. */
	private static List<List<Phrase>> counted(ReportModel report) {
		return report.initiatives()
			.filter((it) -> it.update() != null && !it.update().plans().isEmpty())
			.map((it) -> List.of(new Phrase(it.id(), "#" + it.id()), Phrase.of(it.title()),
					Phrase.of(String.valueOf(Objects.requireNonNull(it.update()).plans().size()))))
			.toList();
	}

	/** How the numbers came about, and what they do not say. */
	List<Block> method(ReportModel report) {
		Glance glance = report.glance();
		Words words = new Words(report.cycle().zone());
		List<Phrase> sources = new ArrayList<>();
		sources.add(Phrase.of("Accepted updates: the latest accepted revision of %s, each named in its fact sheet."
			.formatted(Words.count(revisions(report), "initiative", "initiatives"))));
		sources.add(Phrase
			.of("The Action Plan as it stood when the cycle was opened: titles, coordinators, milestones, expected outcomes."));
		if (glance.carriedForward() != null) {
			sources
				.add(Phrase.of("Texts accepted in an earlier cycle, carried forward: %d. Each says of which year it is."
					.formatted(glance.carriedForward())));
		}
		if (glance.deskUpdates() != null) {
			sources.add(Phrase
				.of("Desk updates written by the secretariat: %d. Each says so.".formatted(glance.deskUpdates())));
		}
		Since since = report.since();
		if (since != null) {
			sources.add(Phrase
				.of("The report of %s, version %d, for what changed since.".formatted(since.cycle(), since.version())));
		}
		String silent = report.initiatives()
			.filter((it) -> it.update() == null && it.answer() == null)
			.map(Initiative::id)
			.collect(Collectors.joining(", "));
		return List.of(new Prose(Prose.Tone.NOTE,
				"""
						Status, outcomes of commitments and contributions are what the coordinators state; accepting an update means \
						that it is complete and clear, not that its claims were verified. %sThe response rate is %d of %d initiatives \
						asked, %d %%: what the secretariat wrote by itself is not counted. Percentages are rounded.

						%s: %s. Comparisons \
						with an earlier report are made only over initiatives that are in both, because the plan changes.

						What was accepted by %s is in this version. %s"""
					.formatted(
							new WhoseWords(report).isAllReviewed() ? ""
									: "Of what was taken in as received it does not even mean that. ",
							glance.received(), glance.asked(), glance.responsePercent(),
							report.goesByClaims() ? "Only by objective an initiative may be counted more than once"
									: "Nothing is counted twice",
							ByObjective.rule(report), words.minute(report.compiledAt()),
							silent.isEmpty() ? "Every initiative has an accepted update or answer."
									: "It says nothing new of %s.".formatted(silent))),
				new Section(Section.Kind.TOPIC, "sources", null, "Sources", null, null, List.of(new Bullets(sources))));
	}

	/** The rows of the annex, which older reports have in its own file alone. */
	List<Block> annex(ReportModel report) {
		List<Block> blocks = new ArrayList<>();
		Annex annex = report.workPlan();
		blocks.add(new Prose(Prose.Tone.NOTE, (annex == null)
				? "The annex to the Chair’s Conclusions is put together when a version is sealed for senior officials."
				: "%s: %s, in a file of its own beside this one.".formatted(annex.title(),
						Words.count(annex.lines().size(), "line", "lines"))));
		if (annex != null && report.objectives() != null) {
			blocks.addAll(AnnexComposition.chapter(report, this.tables));
		}
		return blocks;
	}

	private static int revisions(ReportModel report) {
		return (int) report.initiatives().filter((it) -> it.update() != null).count();
	}

}
