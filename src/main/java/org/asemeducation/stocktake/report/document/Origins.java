package org.asemeducation.stocktake.report.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.FreeChapter;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.Origin.From;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Says of each passage of a report where it comes from, and counts those that somebody
 * could quote through the report.
 */
public final class Origins {

	/** Sections of a fact sheet that have the plan's words. */
	private static final Set<String> OF_THE_PLAN = Set.of("milestones", "outcomes");

	private static final Set<Prose.Tone> OF_THE_REPORT = Set.of(Prose.Tone.NOTE, Prose.Tone.SOURCE, Prose.Tone.MISSING);

	private static final Set<From> OF_THE_SECRETARIAT = Set.of(From.CHAPTER, From.DESK_UPDATE, From.ASSESSMENT,
			From.CONTRIBUTION);

	private final Map<String, Initiative> initiatives = new HashMap<>();

	private final Set<String> commissioned;

	private final Predicate<Passage> edited;

	private int counted;

	private Origins(ReportModel report, Predicate<Passage> edited) {
		this.edited = edited;
		this.commissioned = report.chapters()
			.stream()
			.map(ReportModel.Chapter::key)
			.filter((key) -> report.commissioned(key).isPresent())
			.collect(Collectors.toSet());
		report.initiatives().forEach((it) -> this.initiatives.put(it.id(), it));
	}

	/**
	 * The origins of a report's passages.
	 * @param report the report
	 * @param edited whether a passage has the secretariat's words in place of accepted
	 * ones
	 * @return one for each passage that is not a section as a whole, in reading order
	 */
	public static List<Origin> of(ReportModel report, Predicate<Passage> edited) {
		Origins origins = new Origins(report, edited);
		return Passages.of(Composition.of(report))
			.all()
			.stream()
			.filter((passage) -> passage.paragraph() != 0)
			.map(origins::origin)
			.toList();
	}

	private Origin origin(Passage passage) {
		Optional<Initiative> told = owner(passage.place());
		if (told.isPresent()) {
			Initiative initiative = told.get();
			return of(passage, from(passage, initiative), initiative);
		}
		String about = passage.about();
		Initiative other = (about != null) ? this.initiatives.get(about) : null;
		if (other != null) {
			return of(passage, passage.place().endsWith(Analysis.CLAIMS) ? From.UPDATE : From.COMPILED, other);
		}
		if (isOfTheReport(passage)) {
			return of(passage, From.COMPILED, null);
		}
		if (passage.place().startsWith(OpenContribution.PREFIX)) {
			return of(passage, From.CONTRIBUTION, null);
		}
		if (passage.place().endsWith(Analysis.ASSESSMENT)) {
			return of(passage, From.ASSESSMENT, null);
		}
		if (FreeChapter.of(passage.place()).isPresent() || this.commissioned.contains(passage.place())) {
			return of(passage, From.CHAPTER, null);
		}
		return of(passage, (passage.block() instanceof Facts) ? From.PLAN : From.COMPILED, null);
	}

	private static From from(Passage passage, Initiative initiative) {
		if (isOfTheReport(passage)) {
			return From.COMPILED;
		}
		String field = passage.place().substring(initiative.id().length());
		if (field.isEmpty()) {
			return (passage.block() instanceof Facts) ? From.PLAN : From.ANSWER;
		}
		String key = field.substring(1);
		if (key.equals(Programmes.ELSEWHERE)) {
			return From.COMPILED;
		}
		if (key.equals(FactSheet.INSTEAD)) {
			return (initiative.instead() != null && initiative.instead().year() != null) ? From.CARRIED_FORWARD
					: From.DESK_UPDATE;
		}
		boolean planned = OF_THE_PLAN.contains(key)
				|| key.equals("documents") && passage.paragraph() > documents(initiative.update());
		return planned ? From.PLAN : From.UPDATE;
	}

	/** The links of the plan's row stand after those of the update. */
	private static long documents(@Nullable Update update) {
		return (update != null) ? update.links().size() + Shown.others(update).count() : 0;
	}

	private static boolean isOfTheReport(Passage passage) {
		return passage.block() instanceof Prose prose && OF_THE_REPORT.contains(prose.tone());
	}

	private Origin of(Passage passage, From from, @Nullable Initiative initiative) {
		Integer number = passage.counted() ? Integer.valueOf(++this.counted) : null;
		boolean rests = from != From.PLAN && initiative != null;
		Update update = rests ? initiative.update() : null;
		Answer answer = rests ? initiative.answer() : null;
		Integer revision = (update != null) ? Integer.valueOf(update.revision())
				: (answer != null) ? Integer.valueOf(answer.revision()) : null;
		String acceptedBy = (update != null) ? update.acceptedBy() : (answer != null) ? answer.acceptedBy() : null;
		String id = (initiative != null) ? initiative.id() : null;
		if (from == From.CARRIED_FORWARD && initiative != null && initiative.instead() != null) {
			Instead carried = initiative.instead();
			return new Origin(passage.place(), passage.paragraph(), from, id, carried.revision(), carried.cycle(),
					carried.acceptedBy(), null, number);
		}
		return new Origin(passage.place(), passage.paragraph(), from, id, revision, null,
				OF_THE_SECRETARIAT.contains(from) ? Document.AUTHOR : acceptedBy,
				this.edited.test(passage) ? true : null, number);
	}

	/** Whose fact sheet a place belongs to. */
	private Optional<Initiative> owner(String place) {
		for (String id = place; !id.isEmpty(); id = id.substring(0, Math.max(id.lastIndexOf('-'), 0))) {
			if (this.initiatives.containsKey(id)) {
				return Optional.of(Objects.requireNonNull(this.initiatives.get(id)));
			}
		}
		return Optional.empty();
	}

}
