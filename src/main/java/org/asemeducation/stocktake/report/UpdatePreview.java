package org.asemeducation.stocktake.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.InitiativeRows.Asked;
import org.asemeducation.stocktake.report.InitiativeRows.Revision;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.model.Answer;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.Update;
import org.asemeducation.stocktake.update.SavedTexts;
import org.asemeducation.stocktake.update.SavedTexts.SavedText;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.stereotype.Component;

/**
 * One update as the report will print it, from the text as it is saved now. Written by
 * the report's own means, so that what coordinators see is what is printed.
 */
@Component
class UpdatePreview {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private final CycleRows cycles;

	private final PlanRows plan;

	private final InitiativeRows initiatives;

	private final SavedTexts texts;

	private final AttachedPictures pictures;

	UpdatePreview(CycleRows cycles, PlanRows plan, InitiativeRows initiatives, SavedTexts texts,
			AttachedPictures pictures) {
		this.pictures = pictures;
		this.cycles = cycles;
		this.plan = plan;
		this.initiatives = initiatives;
		this.texts = texts;
	}

	/**
	 * The document.
	 * @param key which update
	 * @param reader who looks
	 * @throws Refused when the reader has no part in the update, or there is nothing to
	 * read for them yet
	 */
	Document of(UpdateKey key, Person reader) {
		SavedText text = this.texts.read(key, reader);
		ReportCycle cycle = this.cycles.look(key.cycle());
		List<Asked> all = this.initiatives.all(key.cycle());
		Asked asked = all.stream()
			.filter((it) -> it.id().equals(key.initiative().value()))
			.findFirst()
			.orElseThrow(() -> Refused.notFound("%s is not asked for.".formatted(key)));
		Revision shown = new Revision(1, text.at(), text.at(), true, false, true, false, null, false,
				text.content().toString());
		Answer answer = AcceptedAnswer.read(shown, false).orElse(null);
		Initiative initiative = new Initiative(asked.id(), asked.position(), asked.title(), asked.isNew(),
				asked.coordinators(), asked.programme(), asked.summarised(), asked.milestones(), asked.outcomes(),
				asked.links(), Initiative.Standing.ACCEPTED,
				(answer != null)
						? AcceptedAnswer.line(answer, all.stream().collect(Collectors.toMap(Asked::id, Asked::title)))
						: null,
				(answer == null) ? update(key, cycle, asked, shown) : null, answer, null);
		List<String> programme = all.stream()
			.filter((it) -> it.programme() != null && it.programme().equals(asked.programme()))
			.map(Asked::id)
			.toList();
		return Composition.draft(cycle, initiative, programme, said(text, ZoneId.of(cycle.zone())), text.at());
	}

	private Update update(UpdateKey key, ReportCycle cycle, Asked asked, Revision shown) {
		return new AcceptedUpdate(cycle.questions(), this.plan.frame(), this.pictures.of(key.cycle()))
			.read(key.initiative(), shown, false, asked.said(), asked.milestones());
	}

	private static String said(SavedText text, ZoneId zone) {
		return "%s %s (%s) by %s. Not accepted by anybody.".formatted(text.submitted() ? "Submitted" : "Draft, saved",
				minute(text.at(), zone), zone.getId(), text.by());
	}

	private static String minute(Instant at, ZoneId zone) {
		return MINUTE.format(at.atZone(zone));
	}

}
