package org.asemeducation.stocktake.report.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Facts.Fact;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * The fact sheet of an initiative, in the order of headings that the secretariat uses on
 * its web site.
 */
class FactSheet {

	/** Where a text stands that is no update. */
	static final String INSTEAD = "in-place-of-an-update";

	private final Progress progress;

	private final Outlook outlook;

	private final Words words;

	private final Map<String, List<String>> programmes;

	private final Programmes tellers;

	FactSheet(TableNumbers tables, Words words, Map<String, List<String>> programmes, Programmes tellers) {
		this.programmes = programmes;
		this.tellers = tellers;
		this.progress = new Progress(tables);
		this.outlook = new Outlook(tables);
		this.words = words;
	}

	Section sheet(Initiative row, @Nullable Integer objective) {
		List<Block> blocks = new ArrayList<>();
		Optional<Programmes.Told> told = this.tellers.told(row);
		Initiative initiative = told.map((it) -> row.printing(it.own())).orElse(row);
		blocks.add(new Facts(facts(initiative)));
		Update update = initiative.update();
		Answer answer = initiative.answer();
		if (answer != null) {
			blocks.add(source("Answer in place of an update, revision", answer.revision(), answer.late(),
					answer.submittedAt(), answer.acceptedAt(), answer.acceptedBy(), answer.entered()));
			blocks.add(plain(Objects.requireNonNull(initiative.line())));
		}
		else if (update == null) {
			blocks.add(new Prose(Prose.Tone.MISSING, Objects.requireNonNull(initiative.line())));
			if (initiative.instead() != null) {
				blocks.add(instead(initiative, initiative.instead()));
			}
		}
		else {
			blocks.add(source("Revision", update.revision(), update.late(), update.submittedAt(), update.acceptedAt(),
					update.acceptedBy(), update.entered()));
			if (update.edited() != null) {
				blocks.add(new Prose(Prose.Tone.NOTE,
						"Edited by the secretariat in: %s. The accepted words are kept with the update."
							.formatted(String.join("; ", update.edited()))));
			}
		}
		told.ifPresent((it) -> blocks.add(it.section(row)));
		blocks.add(topic(initiative, "description", "Description", Description.blocks(initiative)));
		blocks.add(topic(initiative, "aims", "Aims and objectives", aims(initiative)));
		if (update != null) {
			blocks.add(topic(initiative, "partners", "Partners and stakeholders involved", partners(update)));
			blocks.add(topic(initiative, "progress", "Progress and achievements",
					this.progress.blocks(initiative, update)));
			blocks.add(topic(initiative, "status", "Status", status(update)));
			blocks
				.add(topic(initiative, "plans", "Plans and expected outcomes", this.outlook.plans(initiative, update)));
		}
		blocks.add(topic(initiative, "documents", "Documents", this.outlook.documents(initiative)));
		blocks.removeIf((it) -> it instanceof Section section && section.blocks().isEmpty());
		return new Section(Section.Kind.SHEET, initiative.id(), initiative.id(), initiative.title(),
				initiative.isNew() ? "NEW" : null, objective, blocks);
	}

	private static Section instead(Initiative initiative, Instead instead) {
		InPlaceOfAnUpdate said = InPlaceOfAnUpdate.of(instead);
		return topic(initiative, INSTEAD, said.title(),
				List.of(new Prose(Prose.Tone.NOTE, said.note()), plain(instead.text())));
	}

	private Prose source(String what, int revision, @Nullable Boolean late, Instant submittedAt, Instant acceptedAt,
			String acceptedBy, @Nullable String entered) {
		return new Prose(Prose.Tone.SOURCE,
				"%s %d, submitted %son %s%s, accepted on %s by the %s.".formatted(what, revision,
						Boolean.TRUE.equals(late) ? "late, " : "", this.words.day(submittedAt),
						(entered != null) ? " (%s)".formatted(entered) : "", this.words.day(acceptedAt), acceptedBy));
	}

	static Section field(Initiative initiative, String key, String title, Block... blocks) {
		return new Section(Section.Kind.FIELD, initiative.id() + "-" + key, null, title, null, null, List.of(blocks));
	}

	private static Section topic(Initiative initiative, String key, String title, List<Block> blocks) {
		return new Section(Section.Kind.TOPIC, initiative.id() + "-" + key, null, title, null, null, blocks);
	}

	private List<Fact> facts(Initiative initiative) {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Coordinators",
				initiative.coordinators().isBlank() ? "No coordinator is named" : initiative.coordinators()));
		String same = this.programmes.getOrDefault(Objects.requireNonNullElse(initiative.programme(), ""), List.of())
			.stream()
			.filter((it) -> !it.equals(initiative.id()))
			.collect(Collectors.joining(", "));
		if (!same.isEmpty()) {
			facts.add(new Fact("Same programme", same));
		}
		return facts;
	}

	private List<Block> aims(Initiative initiative) {
		List<Block> blocks = new ArrayList<>();
		if (!initiative.outcomes().isEmpty()) {
			blocks.add(field(initiative, "outcomes", "Outcomes expected by 2030",
					new Bullets(initiative.outcomes().stream().map(Phrase::of).toList())));
		}
		Update update = initiative.update();
		if (update != null && !(update.contributions().isEmpty() && update.objectives().isEmpty())) {
			blocks.add(this.progress.contributions(initiative, update));
		}
		return blocks;
	}

	private static List<Block> partners(Update update) {
		return update.partners().isEmpty() ? List.of()
				: List.of(new Bullets(update.partners().stream().map(Phrase::of).toList()));
	}

	private static List<Block> status(Update update) {
		List<Fact> facts = Stream
			.of(fact("Completion", update.completion()), fact("Aims", update.aims()),
					fact("Continuation", update.continuation()))
			.filter(Objects::nonNull)
			.toList();
		return facts.isEmpty() ? List.of() : List.of(new Facts(facts));
	}

	private static @Nullable Fact fact(String name, @Nullable String code) {
		return (code != null) ? new Fact(name, Words.of(code)) : null;
	}

	static Prose plain(String text) {
		return new Prose(Prose.Tone.PLAIN, text);
	}

}
