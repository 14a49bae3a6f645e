package org.asemeducation.stocktake.report.papers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.report.Reports;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.springframework.stereotype.Component;

/**
 * The state of play that a meeting is shown: how the report is built and drafted and who
 * has answered; at SOM2 the sealed draft by its checksums. It holds no text of an update.
 */
@Component
class StateOfPlay {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	/** Before there is a draft whose chapters can be read. */
	private static final List<String> USUAL = Arrays.stream(ReportChapter.values())
		.map((it) -> (it == ReportChapter.INITIATIVES)
				? "A chapter for each objective, with a fact sheet for each initiative" : it.title())
		.toList();

	private final AnswerCounts counts;

	private final Reports reports;

	private final SealedVersions sealed;

	private final Clock clock;

	StateOfPlay(AnswerCounts counts, Reports reports, SealedVersions sealed, Clock clock) {
		this.counts = counts;
		this.reports = reports;
		this.sealed = sealed;
		this.clock = clock;
	}

	Document of(Cycle cycle, Meeting meeting) {
		Instant now = this.clock.instant();
		List<Section> sections = new ArrayList<>();
		if (meeting.kind() == MeetingKind.SOM2 || meeting.kind() == MeetingKind.ASEMME) {
			sections.add(sealed(cycle, meeting.kind()));
		}
		sections.add(structure(cycle));
		sections.add(process(cycle));
		sections.add(answers(cycle));
		return new Document("State of play for " + meeting.kind(), "%s: %s".formatted(cycle.name(), cycle.title()),
				"As of %s, %s".formatted(DAY.format(now.atZone(cycle.zone())),
						DateTimeFormatter.ofPattern("HH:mm").format(now.atZone(cycle.zone())) + " " + cycle.zone()),
				false, List.of(MeetingWords.whenAndWhere(meeting)),
				"How the stocktaking of %s stands, for %s.".formatted(cycle.name(), meeting.kind()), now.toString(),
				sections);
	}

	private Section sealed(Cycle cycle, MeetingKind kind) {
		ReportModel.State state = (kind == MeetingKind.SOM2) ? ReportModel.State.FOR_OFFICIALS
				: ReportModel.State.FOR_MINISTERS;
		Optional<SealedVersion> version = this.sealed.of(cycle.name(), state);
		if (version.isEmpty()) {
			return section("sealed", "The sealed draft",
					new Prose(Prose.Tone.MISSING, "No version is sealed for this meeting yet."));
		}
		List<Fact> files = version.get()
			.files()
			.stream()
			.map((file) -> new Fact(file.name(), "%d bytes, SHA-256 %s".formatted(file.size(), file.sha256())))
			.toList();
		return section("sealed", "The sealed draft", new Prose(Prose.Tone.PLAIN,
				"Version %d, sealed on %s. Nothing in it changes any more; whoever has a file can compare its checksum."
					.formatted(version.get().version(), DAY.format(version.get().sealedAt().atZone(cycle.zone())))),
				new Facts(files));
	}

	private Section structure(Cycle cycle) {
		List<String> chapters = this.reports.latest(cycle.name())
			.map((report) -> Composition.of(report)
				.sections()
				.stream()
				.map((chapter) -> (chapter.label() != null) ? chapter.label() + ": " + chapter.title()
						: chapter.title())
				.toList())
			.orElse(USUAL);
		return section("structure", "Structure of the Stocktaking Report",
				new Bullets(chapters.stream().map(Phrase::of).toList()));
	}

	private static Section process(Cycle cycle) {
		List<Fact> days = Stream
			.of(step(cycle, DeadlineKind.REQUEST, "coordinators are asked for their updates"),
					step(cycle, DeadlineKind.DEADLINE, "updates are due; each is reviewed as it comes"),
					step(cycle, DeadlineKind.FREEZE, "gathering ends; what is missing is printed as missing"),
					step(cycle, DeadlineKind.REVIEWS, "the reviewing body has reviewed what came"),
					step(cycle, DeadlineKind.COMMENTS, "comments on the draft report are in"),
					step(cycle, DeadlineKind.PAPERS, "the draft is sealed and goes to senior officials"))
			.toList();
		return section("process", "How the report is drafted", new Facts(days));
	}

	private static Fact step(Cycle cycle, DeadlineKind kind, String what) {
		LocalDate day = LocalDate.ofInstant(cycle.endOf(kind), cycle.zone());
		return new Fact(DAY.format(day), what);
	}

	private Section answers(Cycle cycle) {
		List<AnswerCounts.Count> objectives = this.counts.byObjective(cycle.name());
		List<Block> blocks = new ArrayList<>();
		AnswerCounts.Count all = objectives.stream()
			.reduce(new AnswerCounts.Count("All", 0, 0, 0, 0), AnswerCounts.Count::plus);
		blocks.addAll(List.of(
				new Prose(Prose.Tone.PLAIN,
						"Of %d initiatives %d have reported in time and %d late; %d have not reported."
							.formatted(all.all(), all.inTime(), all.late(), all.missing())),
				AnswerTable.of(1, "Answers by objective", "Objective",
						Stream.concat(objectives.stream(), Stream.of(all)).toList()),
				AnswerTable.of(2, "Answers by region of the coordinators", "Region",
						this.counts.byRegion(cycle.name()))));
		this.reports.latest(cycle.name())
			.filter((report) -> !report.frame().isEmpty())
			.ifPresent((report) -> blocks.add(ClaimTable.of(3, report)));
		return section("answers", "Who has answered", blocks.toArray(Block[]::new));
	}

	private static Section section(String id, String title, Block... blocks) {
		return new Section(Section.Kind.CHAPTER, id, null, title, null, null, List.of(blocks));
	}

}
