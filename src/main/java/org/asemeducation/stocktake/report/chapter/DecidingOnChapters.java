package org.asemeducation.stocktake.report.chapter;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.chapter.ChapterNews.What;
import org.asemeducation.stocktake.report.chapter.ChapterTexts.HandedIn;
import org.asemeducation.stocktake.report.chapter.Commission.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat accepts what an author has handed in, or returns it with a remark.
 */
@Component
public class DecidingOnChapters {

	private final Cycles cycles;

	private final Commissions commissions;

	private final ChapterTexts texts;

	private final CommissionProcess process;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	DecidingOnChapters(Cycles cycles, Commissions commissions, ChapterTexts texts, CommissionProcess process,
			ApplicationEventPublisher events, Audit audit) {
		this.cycles = cycles;
		this.commissions = commissions;
		this.texts = texts;
		this.process = process;
		this.events = events;
		this.audit = audit;
	}

	/**
	 * Decides.
	 * @param cycle whose report it is for
	 * @param number the chapter's number
	 * @param version of what was handed in, as it was read
	 * @param accepted whether it is printed
	 * @param remark why not, for its author; not needed where it is accepted
	 * @param by the user id
	 * @throws Refused when nothing waits, something else was read, or a remark is missing
	 */
	@Transactional
	public void decide(CycleName cycle, int number, int version, boolean accepted, String remark, String by) {
		this.cycles.lock(cycle);
		Commission commission = this.commissions.get(cycle, number);
		boolean read = this.texts.last(cycle, number)
			.map(HandedIn::version)
			.filter((last) -> last == version)
			.isPresent();
		if (commission.state() != State.HANDED_IN || !read) {
			throw Refused
				.conflict("“%s” is %s: load it again.".formatted(commission.title(), commission.state().words()));
		}
		if (!accepted && remark.isBlank()) {
			throw Refused.invalid("“%s” is not returned yet.".formatted(commission.title()),
					List.of(new Problem("remark", "Tell its author what to change.")));
		}
		String because = accepted ? null : remark.strip();
		this.texts.decide(cycle, number, version, accepted, because, by);
		if (accepted) {
			this.commissions.over(cycle, number, State.ACCEPTED, by, null);
		}
		this.process.decided(commission, by);
		this.audit.record(by, accepted ? "accept chapter" : "return chapter", commission.key().toString(), null,
				accepted ? "version %d".formatted(version) : because);
		this.events.publishEvent(new ChapterNews(cycle, number, accepted ? What.ACCEPTED : What.RETURNED, because));
	}

}
