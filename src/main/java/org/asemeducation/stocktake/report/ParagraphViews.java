package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Paragraphs;
import org.asemeducation.stocktake.report.document.Passage;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.update.compare.Part;
import org.asemeducation.stocktake.update.compare.WordComparison;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The paragraphs of a draft as the secretariat sees them: where each comes from, and its
 * own words beside the accepted ones.
 */
@Component
class ParagraphViews {

	private final Register register;

	ParagraphViews(Register register) {
		this.register = register;
	}

	Shown of(Compilation.Draft draft) {
		Passages passages = Passages.of(Composition.of(draft.report()));
		Map<String, Passage> byId = passages.all()
			.stream()
			.collect(
					Collectors.toMap((it) -> id(it.place(), it.paragraph()), Function.identity(), (one, other) -> one));
		List<Source> sources = Objects.requireNonNull(draft.report().paragraphs())
			.stream()
			.map((it) -> new Source(id(it.place(), it.paragraph()), words(it),
					Objects.requireNonNull(byId.get(id(it.place(), it.paragraph()))).prose() && it.revision() != null))
			.toList();
		List<Edited> edited = new ArrayList<>();
		draft.edits().forEach((it) -> edited.add(edited(it, passages)));
		return new Shown(sources, edited);
	}

	private Edited edited(LaidEdit laid, Passages passages) {
		Edit edit = laid.edit();
		Passage passage = passage(laid, passages);
		String offered = laid.printed() ? edit.said() : (passage != null) ? passage.text() : null;
		return new Edited(edit.id(), (passage != null) ? id(edit.place(), passage.paragraph()) : null, edit.place(),
				edit.said(), edit.wording(), WordComparison.of(edit.said(), edit.wording()), offered, laid.printed(),
				laid.isStale(), edit.revision(), laid.revision(), this.register.nameOf(edit.madeBy()), edit.madeAt());
	}

	/**
	 * Where the edit is shown: where its words stand, else where the paragraph was.
	 */
	private static @Nullable Passage passage(LaidEdit laid, Passages passages) {
		List<Passage> there = passages.all()
			.stream()
			.filter((it) -> it.prose() && it.place().equals(laid.edit().place()))
			.toList();
		if (there.isEmpty()) {
			return null;
		}
		if (laid.printed()) {
			List<String> words = Paragraphs.of(laid.edit().wording());
			return there.stream().filter((it) -> words.contains(it.text())).findFirst().orElse(there.get(0));
		}
		int was = Objects.requireNonNullElse(laid.edit().paragraph(), 1);
		return there.stream().filter((it) -> it.paragraph() == was).findFirst().orElse(there.get(there.size() - 1));
	}

	private static String id(String place, int paragraph) {
		return "%s-p%d".formatted(place, paragraph);
	}

	/** Where a paragraph comes from, in a sentence without its end. */
	private static String words(Origin origin) {
		String revision = (origin.revision() != null) ? "revision %d of %s, accepted by the %s"
			.formatted(origin.revision(), origin.initiative(), origin.acceptedBy()) : "";
		return switch (origin.from()) {
			case UPDATE ->
				(Boolean.TRUE.equals(origin.edited()) ? "The secretariat’s words over " : "From ") + revision;
			case ANSWER -> "Answer in place of an update: " + revision;
			case PLAN -> "From the plan, as the cycle copied it";
			case CHAPTER -> "Free chapter of the " + origin.acceptedBy();
			case CARRIED_FORWARD -> (origin.revision() == null)
					? "Carried forward from %s, as the report on paper had it".formatted(origin.cycle())
					: "Carried forward from revision %d of %s in %s, accepted by the %s".formatted(origin.revision(),
							origin.initiative(), origin.cycle(), origin.acceptedBy());
			case DESK_UPDATE -> "Desk update of the " + origin.acceptedBy();
			case ASSESSMENT -> "Assessment of the " + origin.acceptedBy();
			case CONTRIBUTION -> "Contributed by a partner or stakeholder, accepted by the " + origin.acceptedBy();
			case COMPILED -> revision.isEmpty() ? "Put together by the report" : "Put together from " + revision;
		};
	}

	/**
	 * All paragraphs.
	 *
	 * @param edits of the secretariat, those that are stale too
	 */
	record Shown(List<Source> paragraphs, List<Edited> edits) {
	}

	/**
	 * Where a paragraph comes from.
	 *
	 * @param id such as {@code A01-I02-progress-p1}
	 * @param editable whether other words can take its place
	 */
	record Source(String id, String words, boolean editable) {
	}

	/**
	 * An edit.
	 *
	 * @param at the id of the paragraph beside which it is shown; {@code null} where its
	 * section is gone
	 * @param said the words that it was put in place of
	 * @param parts the secretariat's words beside these
	 * @param offered the accepted words of today in whose place it can be put;
	 * {@code null} where its section is gone
	 * @param stale whether a later revision has come since
	 * @param over the revision whose words it was put in place of; {@code null} from
	 * before this was kept
	 * @param now the accepted revision of today
	 */
	record Edited(long id, @Nullable String at, String place, String said, String wording, List<Part> parts,
			@Nullable String offered, boolean printed, boolean stale, @Nullable Integer over, int now, String by,
			Instant madeAt) {
	}

}
