package org.asemeducation.stocktake.report.chapter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.chapter.ChapterNews.What;
import org.asemeducation.stocktake.report.chapter.Commission.State;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat asks an author for a chapter, asks for something else, or for nothing
 * any more; from the opening of the cycle until its report is sealed.
 */
@Component
public class Commissioning {

	private static final String NOTHING = "Nothing is commissioned or changed. ";

	private final Cycles cycles;

	private final SealedVersions sealed;

	private final Commissions commissions;

	private final CommissionProcess process;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	Commissioning(Cycles cycles, SealedVersions sealed, Commissions commissions, CommissionProcess process,
			ApplicationEventPublisher events, Audit audit, Clock clock) {
		this.cycles = cycles;
		this.sealed = sealed;
		this.commissions = commissions;
		this.process = process;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Asks an author for a chapter.
	 * @param cycle whose report it is for
	 * @param asked what is asked for
	 * @param by the user id
	 * @return the chapter's number
	 * @throws Refused when the report is sealed, the day is over, or nobody could write
	 * it
	 */
	@Transactional
	public int commission(CycleName cycle, NewCommission asked, String by) {
		Cycle open = requireUnsealed(cycle);
		requireToCome(open, asked.due());
		requireAuthor(asked);
		int number = this.commissions.add(cycle, asked, by);
		Commission commission = this.commissions.get(cycle, number);
		this.process.commissioned(commission);
		this.audit.record(by, "commission chapter", commission.key().toString(), null, told(commission));
		this.events.publishEvent(new ChapterNews(cycle, number, What.COMMISSIONED, null));
		return number;
	}

	/**
	 * Asks for something else, by another day or of somebody else.
	 * @param cycle whose report it is for
	 * @param number the chapter's number
	 * @param asked all of it as it is from now on
	 * @param by the user id
	 * @throws Refused when nobody writes the chapter any more, or as above
	 */
	@Transactional
	public void change(CycleName cycle, int number, NewCommission asked, String by) {
		Cycle open = requireUnsealed(cycle);
		Commission before = requireOpen(cycle, number);
		if (!before.due().equals(asked.due())) {
			requireToCome(open, asked.due());
		}
		requireAuthor(asked);
		this.commissions.change(cycle, number, asked);
		Commission now = this.commissions.get(cycle, number);
		if (now.equals(before)) {
			return;
		}
		boolean otherAuthor = !now.author().equals(before.author());
		this.process.changed(now, otherAuthor);
		this.audit.record(by, "change commissioned chapter", now.key().toString(), told(before), told(now));
		if (now.state() == State.WRITING) {
			this.events
				.publishEvent(new ChapterNews(cycle, number, otherAuthor ? What.COMMISSIONED : What.CHANGED, null));
		}
	}

	/**
	 * The chapter is not needed any more; one that was accepted is printed no more.
	 * @param cycle whose report it is for
	 * @param number the chapter's number
	 * @param because why, for its author
	 * @param by the user id
	 * @throws Refused when the report is sealed, it is over, or no reason is given
	 */
	@Transactional
	public void withdraw(CycleName cycle, int number, String because, String by) {
		requireUnsealed(cycle);
		Commission commission = this.commissions.get(cycle, number);
		if (!commission.state().isOpen() && commission.state() != State.ACCEPTED) {
			throw Refused.conflict("“%s” is %s.".formatted(commission.title(), commission.state().words()));
		}
		if (because.isBlank()) {
			throw refused("because", "“%s” is not withdrawn: tell its author why.".formatted(commission.title()));
		}
		if (commission.state().isOpen()) {
			this.process.withdrawn(commission);
		}
		this.commissions.over(cycle, number, State.WITHDRAWN, by, because.strip());
		this.audit.record(by, "withdraw chapter", commission.key().toString(), commission.state().words(),
				because.strip());
		this.events.publishEvent(new ChapterNews(cycle, number, What.WITHDRAWN, because.strip()));
	}

	private Cycle requireUnsealed(CycleName cycle) {
		Cycle open = this.cycles.lock(cycle);
		if (!this.sealed.of(cycle).isEmpty()) {
			throw Refused.conflict("The report of %s is sealed: its chapters stay as they are.".formatted(cycle));
		}
		return open;
	}

	private Commission requireOpen(CycleName cycle, int number) {
		Commission commission = this.commissions.get(cycle, number);
		if (!commission.state().isOpen()) {
			throw Refused.conflict("“%s” is %s: nothing of it is changed any more.".formatted(commission.title(),
					commission.state().words()));
		}
		return commission;
	}

	private void requireToCome(Cycle cycle, LocalDate due) {
		if (due.isBefore(LocalDate.ofInstant(this.clock.instant(), cycle.zone()))) {
			throw refused("due", NOTHING + "Choose a day to come: %s is over.".formatted(due));
		}
	}

	private void requireAuthor(NewCommission asked) {
		if (!this.commissions.isAuthor(asked.party(), asked.contact())) {
			throw refused("author", NOTHING + "Choose an author of the list: nobody else has an account.");
		}
	}

	private static String told(Commission commission) {
		return "“%s” behind %s, by %s until %s: %s".formatted(commission.title(), commission.behind().key(),
				commission.author().called(), commission.due(), commission.brief());
	}

	private static Refused refused(String field, String sentence) {
		return Refused.invalid(sentence, List.of(new Problem(field, sentence)));
	}

}
