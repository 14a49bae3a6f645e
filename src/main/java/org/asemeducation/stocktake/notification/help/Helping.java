package org.asemeducation.stocktake.notification.help;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.DeskActs;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.help.Given.Refusal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one act for several initiatives: for all of them or for none. What it would do is
 * found out by doing it and taking it back.
 */
@Component
class Helping {

	private static final String PROCESS = "helpCoordinator";

	private final Cycles cycles;

	private final Map<HelpKind, HelpAct> acts = new EnumMap<>(HelpKind.class);

	private final NewMails mails;

	private final DeskActs desk;

	private final TransactionTemplate transaction;

	Helping(Cycles cycles, List<HelpAct> acts, NewMails mails, DeskActs desk, PlatformTransactionManager transactions) {
		this.cycles = cycles;
		acts.forEach((act) -> this.acts.put(act.kind(), act));
		this.mails = mails;
		this.desk = desk;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What it would do.
	 * @param cycle the cycle
	 * @param help what and for which
	 * @param by the user id
	 * @return for which it can be done, and who would be mailed
	 */
	Preview preview(CycleName cycle, Help help, String by) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			Given given = act(cycle, help, by);
			return new Preview(given.helped(), given.refused(), this.mails.of(cycle), given.leftOut());
		}));
	}

	/**
	 * Does it.
	 * @param cycle the cycle
	 * @param help what and for which
	 * @param by the user id
	 * @return for which it was done
	 * @throws Refused when it cannot be done for one of them; then it is done for none
	 */
	@Transactional
	List<String> give(CycleName cycle, Help help, String by) {
		Given given = act(cycle, help, by);
		if (!given.refused().isEmpty()) {
			Refusal first = given.refused().get(0);
			throw Refused.conflict("Nothing is done, for %s cannot be: %s".formatted(
					(given.refused().size() == 1) ? first.initiative() : given.refused().size() + " of them",
					first.why()));
		}
		if (given.helped().isEmpty()) {
			throw Refused.conflict(given.leftOut().isEmpty() ? "There is nothing to do."
					: "Nobody would be written to: " + given.leftOut().get(0).why());
		}
		this.desk.record(PROCESS, cycle.value(), help.kind().audited(),
				"%d: %s".formatted(given.helped().size(), String.join(", ", given.helped())), by);
		return given.helped();
	}

	private Given act(CycleName cycle, Help help, String by) {
		HelpAct act = Objects.requireNonNull(this.acts.get(help.kind()));
		this.cycles.lock(cycle);
		return act.give(cycle, help.chosen(), help, by);
	}

	/**
	 * What an act would do.
	 *
	 * @param helped for which initiatives
	 * @param refused for which it cannot be done, and why
	 * @param mails who would be mailed
	 * @param leftOut who would not be, and why
	 */
	record Preview(List<String> helped, List<Refusal> refused, List<NewMails.Mailed> mails,
			List<Given.LeftOut> leftOut) {
	}

}
