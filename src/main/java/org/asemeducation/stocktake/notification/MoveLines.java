package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks once more at the lines of a mail that say that a day has moved: is it still the
 * day, another one than its reader knows, and still theirs?
 */
@Component
class MoveLines {

	private final JdbcClient jdbc;

	private final Gatherings gatherings;

	private final OpenRequests requests;

	private final Clock clock;

	MoveLines(JdbcClient jdbc, Gatherings gatherings, OpenRequests requests, Clock clock) {
		this.jdbc = jdbc;
		this.gatherings = gatherings;
		this.requests = requests;
		this.clock = clock;
	}

	/**
	 * Drops the lines that are no longer true.
	 * @param mail which; its row is locked by the caller
	 */
	void drop(long mail) {
		List<Line> lines = this.jdbc.sql("""
				select l.position, l.initiative, l.deadline, l.moved_from, m.cycle, m.contact
				from mail_line l join mail m on m.id = l.mail
				where l.mail = :mail and l.kind = 'date-moved' and not l.dropped""")
			.param("mail", mail)
			.query((row, number) -> new Line(row.getLong("position"), new CycleName(row.getString("cycle")),
					new InitiativeId(row.getString("initiative")), new ContactId(row.getLong("contact")),
					row.getObject("deadline", LocalDate.class), row.getObject("moved_from", LocalDate.class)))
			.list();
		if (lines.isEmpty()) {
			return;
		}
		Optional<Gathering> gathering = this.gatherings.at(this.clock.instant())
			.stream()
			.filter((one) -> one.cycle().equals(lines.get(0).cycle()))
			.findFirst();
		List<OpenRequest> open = gathering
			.map((one) -> this.requests.of(one, lines.stream().map(Line::initiative).toList()))
			.orElse(List.of());
		lines.stream()
			.filter((line) -> open.stream().noneMatch(line::isSaidOf))
			.forEach((line) -> this.jdbc
				.sql("update mail_line set dropped = true where mail = :mail and position = :position")
				.param("mail", mail)
				.param("position", line.position())
				.update());
	}

	/**
	 * A line about a moved day.
	 */
	private record Line(long position, CycleName cycle, InitiativeId initiative, ContactId contact, LocalDate day,
			LocalDate from) {

		boolean isSaidOf(OpenRequest request) {
			return request.initiative().equals(this.initiative) && request.coordinators().contains(this.contact)
					&& request.ownDay().equals(this.day) && !this.day.equals(this.from);
		}

	}

}
