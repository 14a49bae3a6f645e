package org.asemeducation.stocktake.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.cycle.MailToCome.Line;
import org.asemeducation.stocktake.notification.MailPlanPages;

import org.springframework.stereotype.Component;

/**
 * Which mails were foreseen when a cycle was opened, as if nobody answered: to be read
 * beside those that left.
 */
@Component
class ForeseenMails {

	private static final List<String> HEADER = List.of("due_at", "recipient", "zone", "language", "kinds",
			"initiatives", "rungs");

	private final Map<CycleName, List<MailToCome>> foreseen = new ConcurrentHashMap<>();

	private final MailPlanPages plan;

	private final Cycles cycles;

	ForeseenMails(MailPlanPages plan, Cycles cycles) {
		this.plan = plan;
		this.cycles = cycles;
	}

	/**
	 * Looks ahead.
	 * @param cycle a cycle that has just been opened
	 */
	void remember(CycleName cycle) {
		this.foreseen.put(cycle, this.plan.coming(this.cycles.get(cycle)));
	}

	Table table(CycleName cycle) {
		return new Table(HEADER,
				this.foreseen.getOrDefault(cycle, List.of()).stream().map(ForeseenMails::row).toList());
	}

	private static List<String> row(MailToCome mail) {
		return List.of(mail.at().toString(), mail.email(), mail.zone(), mail.language(),
				String.join(" ", mail.lines().stream().map(Line::kind).toList()),
				String.join(" ", mail.lines().stream().map((line) -> String.valueOf(line.initiative())).toList()),
				String.join(" ",
						mail.lines()
							.stream()
							.map((line) -> (line.rung() != null) ? line.rung().toString() : "-")
							.toList()));
	}

}
