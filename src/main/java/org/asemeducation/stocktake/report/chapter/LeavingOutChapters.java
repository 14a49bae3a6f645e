package org.asemeducation.stocktake.report.chapter;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.report.VersionSealed;
import org.asemeducation.stocktake.report.chapter.ChapterNews.What;
import org.asemeducation.stocktake.report.chapter.Commission.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves out what is not accepted when the report is sealed, and says so.
 */
@Component
class LeavingOutChapters {

	private static final String STOCKTAKE = "stocktake";

	private final Commissions commissions;

	private final CommissionProcess process;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	LeavingOutChapters(Commissions commissions, CommissionProcess process, ApplicationEventPublisher events,
			Audit audit) {
		this.commissions = commissions;
		this.process = process;
		this.events = events;
		this.audit = audit;
	}

	@EventListener
	@Transactional
	void on(VersionSealed sealed) {
		this.commissions.of(sealed.cycle())
			.stream()
			.filter((it) -> it.state().isOpen())
			.forEach((it) -> leaveOut(it, sealed.version()));
	}

	private void leaveOut(Commission commission, int version) {
		this.process.reportSealed(commission);
		this.commissions.over(commission.cycle(), commission.number(), State.LEFT_OUT, STOCKTAKE, null);
		this.audit.record(STOCKTAKE, "leave out chapter", commission.key().toString(), commission.state().words(),
				"version %d of the report is sealed without it".formatted(version));
		this.events.publishEvent(new ChapterNews(commission.cycle(), commission.number(), What.LEFT_OUT, null));
	}

}
