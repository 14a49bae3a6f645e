package org.asemeducation.stocktake.notification.information;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.NoticeLetter;
import org.asemeducation.stocktake.notification.letter.Written;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues a mail for each publication, or correction of one, that an address of the list
 * was not told of. What stands in the tables is looked at, so an outage loses nothing.
 */
@Component
public class InformationMails {

	/** The kind of their lines. */
	public static final String KIND = "published";

	/** So long a mail waits, to be read on the page before it leaves. */
	static final Duration SEEN_BEFORE = Duration.ofHours(1);

	private static final String DUE = """
			select f.name, f.email, t.cycle, t.number, t.note, y.title from for_information f
			join (select cycle, 0 as number, null as note, published_at as at from publication
			    union all select cycle, number, note, made_at from correction) t on t.at >= f.entered_at
			join cycle y on y.name = t.cycle
			where not exists (select from informed i
			    where i.email = f.email and i.cycle = t.cycle and i.number = t.number)
			order by t.at, f.id limit 500 for update of f""";

	private final NoticeLetter letter;

	private final JdbcClient jdbc;

	private final Clock clock;

	InformationMails(NoticeLetter letter, JdbcClient jdbc, Clock clock) {
		this.letter = letter;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Queues what is due. Processes of the mails start within a minute.
	 * @return how many were queued
	 */
	@Transactional
	public int queueDue() {
		List<Due> due = this.jdbc.sql(DUE).query(Due.class).list();
		Instant now = this.clock.instant();
		return due.stream().mapToInt((one) -> queue(one, now)).sum();
	}

	private int queue(Due due, Instant now) {
		Written written = this.letter.of(due.notice(), due.name());
		return this.jdbc.sql("""
				with written as (
				    insert into mail (cycle, addressee, recipient, state, queued_at, bundled_at, subject, text, html)
				    values (:cycle, :name, :email, 'queued', :now, :leaves, :subject, :text, :html) returning id
				), line as (
				    insert into mail_line (mail, kind, about, round) select id, :kind, 'report', :number from written
				)
				insert into informed (email, cycle, number, mail) select :email, :cycle, :number, id from written
				on conflict do nothing""")
			.param("cycle", due.cycle())
			.param("name", due.name())
			.param("email", due.email())
			.param("now", Timestamp.from(now))
			.param("leaves", Timestamp.from(now.plus(SEEN_BEFORE)))
			.param("subject", written.subject())
			.param("text", written.text())
			.param("html", written.html())
			.param("kind", KIND)
			.param("number", due.number())
			.update();
	}

	/**
	 * What somebody is told.
	 *
	 * @param number 0 for the publication, else the correction's
	 * @param note what was corrected; {@code null} for the publication
	 */
	record Due(String name, String email, String cycle, int number, @Nullable String note, String title) {

		Notice notice() {
			String what = "the Stocktaking Report of %s (%s)".formatted(this.title, this.cycle);
			Notice.Part why = new Notice.Part("Why you get this",
					"You stand in the secretariat’s list “for information”,"
							+ " which is mailed each publication. Reply to this mail to be taken out of it.");
			Notice.Link link = new Notice.Link("/reports/" + this.cycle, "Read the report");
			if (this.note == null) {
				return new Notice("Published: the Stocktaking Report of " + this.cycle, what + " is published.", link,
						List.of(why));
			}
			return new Notice("Corrected: the Stocktaking Report of " + this.cycle, what + " was corrected.", link,
					List.of(new Notice.Part("What was corrected", this.note), why));
		}

	}

}
