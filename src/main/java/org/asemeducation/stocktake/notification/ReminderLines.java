package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at the reminding lines of a mail once more, with the eyes of the rule that made
 * them: does the update still wait for this contact, and does the same day still count?
 */
@Component
class ReminderLines {

	private final JdbcClient jdbc;

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final Clock clock;

	ReminderLines(JdbcClient jdbc, Gatherings gatherings, OpenRequests requests, Clock clock) {
		this.jdbc = jdbc;
		this.gatherings = gatherings;
		this.requests = requests;
		this.clock = clock;
	}

	/**
	 * Drops the lines that are no longer true, and those whose next rung has been told
	 * while the mail could not leave.
	 * @param mail which; its row is locked by the caller
	 */
	void drop(long mail) {
		List<Line> lines = lines(mail);
		if (lines.isEmpty()) {
			return;
		}
		Map<InitiativeId, OpenRequest> open = open(lines);
		lines.stream()
			.filter((line) -> line.superseded() || !line.isSaidOf(open.get(line.claim().initiative())))
			.forEach((line) -> this.jdbc
				.sql("update mail_line set dropped = true where mail = :mail and position = :position")
				.param("mail", mail)
				.param("position", line.position())
				.update());
	}

	private Map<InitiativeId, OpenRequest> open(List<Line> lines) {
		CycleName cycle = lines.get(0).cycle();
		List<InitiativeId> initiatives = lines.stream().map((line) -> line.claim().initiative()).toList();
		return this.gatherings.at(this.clock.instant())
			.stream()
			.filter((gathering) -> gathering.cycle().equals(cycle))
			.flatMap((gathering) -> this.requests.of(gathering, initiatives).stream())
			.collect(Collectors.toMap(OpenRequest::initiative, Function.identity()));
	}

	private List<Line> lines(long mail) {
		return this.jdbc.sql("""
				select l.*, m.cycle, m.contact, exists (select from claim k where k.cycle = m.cycle
				    and k.initiative = l.initiative and k.ladder = l.kind and k.round = l.round
				    and k.deadline = l.deadline and k.contact = m.contact and k.rung > l.rung
				    and not k.skipped) as superseded
				from mail_line l join mail m on m.id = l.mail
				where l.mail = :mail and l.rung is not null and not l.dropped""")
			.param("mail", mail)
			.query((row, number) -> {
				Claim claim = new Claim(new InitiativeId(row.getString("initiative")), Ladder.of(row.getString("kind")),
						row.getInt("round"), row.getInt("rung"), row.getObject("deadline", LocalDate.class),
						new ContactId(row.getLong("contact")));
				return new Line(row.getLong("position"), new CycleName(row.getString("cycle")), claim,
						row.getBoolean("superseded"));
			})
			.list();
	}

	/**
	 * A line with a rung.
	 */
	private record Line(long position, CycleName cycle, Claim claim, boolean superseded) {

		boolean isSaidOf(OpenRequest request) {
			return request != null && request.isRemindedBy(this.claim.ladder())
					&& request.coordinators().contains(this.claim.contact())
					&& this.claim.equals(request.claim(this.claim.ladder(), this.claim.rung(), this.claim.contact()));
		}

	}

}
