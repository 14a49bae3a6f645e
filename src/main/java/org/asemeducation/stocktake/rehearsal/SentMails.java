package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which mails left, as the ledger has them.
 */
@Component
@Profile(Rehearse.PROFILE)
class SentMails {

	private static final List<String> HEADER = List.of("sent_at", "recipient", "kinds", "initiatives", "rungs",
			"subject");

	private final JdbcClient jdbc;

	SentMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Table table(CycleName cycle) {
		return new Table(HEADER, mails(cycle).stream().map(Sent::row).toList());
	}

	/**
	 * Counts the mails by kind; a mail with several kinds counts in each.
	 * @param cycle whose mails
	 * @return by kind
	 */
	Map<String, Integer> byKind(CycleName cycle) {
		Map<String, Integer> kinds = new TreeMap<>();
		mails(cycle).forEach((mail) -> mail.distinctKinds().forEach((kind) -> kinds.merge(kind, 1, Integer::sum)));
		return kinds;
	}

	/**
	 * The numbers of the mails, which end the names of their files.
	 * @param cycle whose mails
	 * @return in the ledger
	 */
	List<Long> numbers(CycleName cycle) {
		return this.jdbc.sql("select id from mail where state = 'sent' and cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Long.class)
			.list();
	}

	private List<Sent> mails(CycleName cycle) {
		Map<Long, Sent> mails = new LinkedHashMap<>();
		this.jdbc.sql("""
				select m.id, m.sent_at, m.recipient, m.subject, l.kind, l.rung,
				       case when l.kind = 'confirm' then l.about else l.initiative end as initiative
				from mail m join mail_line l on l.mail = m.id and not l.dropped
				where m.state = 'sent' and m.cycle = :cycle order by m.id, l.position""")
			.param("cycle", cycle.value())
			.query((row) -> {
				Instant at = row.getObject("sent_at", OffsetDateTime.class).toInstant();
				String recipient = row.getString("recipient");
				String subject = row.getString("subject");
				Line line = new Line(row.getString("kind"), row.getString("initiative"), row.getString("rung"));
				mails.computeIfAbsent(row.getLong("id"), (id) -> new Sent(at, recipient, subject, new ArrayList<>()))
					.lines()
					.add(line);
			});
		return List.copyOf(mails.values());
	}

	/**
	 * One line of a mail.
	 */
	private record Line(String kind, String initiative, String rung) {

		boolean informs() {
			return this.initiative == null;
		}

		boolean isReminder() {
			return this.kind.endsWith("reminder");
		}

	}

	/**
	 * One mail with its lines.
	 */
	private record Sent(Instant at, String recipient, String subject, List<Line> lines) {

		List<Line> causes() {
			List<Line> causes = this.lines.stream().filter((line) -> !line.informs()).toList();
			return causes.isEmpty() ? this.lines.subList(0, 1) : causes;
		}

		List<String> distinctKinds() {
			return causes().stream().map(Line::kind).distinct().toList();
		}

		List<String> row() {
			List<Line> causes = causes();
			return List.of(this.at.toString(), this.recipient,
					String.join(" ", causes.stream().map(Line::kind).toList()),
					String.join(" ", causes.stream().filter((line) -> !line.informs()).map(Line::initiative).toList()),
					String.join(" ", causes.stream().map((line) -> line.isReminder() ? line.rung() : "-").toList()),
					this.subject);
		}

	}

}
