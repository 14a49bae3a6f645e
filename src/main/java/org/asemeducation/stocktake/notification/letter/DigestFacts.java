package org.asemeducation.stocktake.notification.letter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.PublicUrl;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a digest speaks of, as it is now: the tasks that its reader is offered or
 * has claimed, and for the secretariat how the gatherings stand.
 */
@Component
public class DigestFacts {

	private final JdbcClient jdbc;

	private final WaitingTasks tasks;

	private final PublicUrl publicUrl;

	DigestFacts(JdbcClient jdbc, WaitingTasks tasks, PublicUrl publicUrl) {
		this.jdbc = jdbc;
		this.tasks = tasks;
		this.publicUrl = publicUrl;
	}

	/**
	 * Whether a mail is a digest.
	 * @param mail which
	 * @return true when one of its lines says so and is not dropped
	 */
	public boolean isDigest(long mail) {
		return this.jdbc
			.sql("select exists (select from mail_line where mail = :mail and kind = 'digest' and not dropped)")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

	/**
	 * The tasks that wait for a digest's reader.
	 * @param mail which
	 * @return by due date, then name; none when there is nothing left to say
	 */
	public List<DigestItem> items(long mail) {
		Set<String> groups = groups(mail);
		String reader = reader(mail);
		Instant told = toldBefore(mail).orElse(Instant.MIN);
		return this.tasks.all()
			.stream()
			.filter((task) -> task.waitsFor(reader, groups))
			.map((task) -> new DigestItem(task, this.publicUrl.to("/camunda/app/tasklist/default/#/?task=" + task.id()),
					task.created().isAfter(told)))
			.toList();
	}

	/**
	 * How the gatherings under way stand, for the secretariat.
	 * @param mail the digest
	 * @return a line for each cycle; none for reviewers
	 */
	List<String> standings(long mail) {
		if (!groups(mail).contains("aes")) {
			return List.of();
		}
		return this.jdbc
			.sql("""
					select n.cycle || ': ' || string_agg(n.number || ' ' || n.word, ', ' order by n.place) as line
					from (select r.cycle, w.word, w.place, count(*) as number
					    from update_request r join cycle y on y.name = r.cycle and y.state = 'gathering' and y.kind = 'report'
					    join (values ('settled', 'accepted', 1), ('in-review', 'in review', 2), ('returned', 'returned', 3),
					        ('requested', 'asked for', 4), ('unstaffed', 'without a coordinator', 5)) as w (state, word, place)
					        on w.state = r.state
					    group by r.cycle, w.word, w.place) n
					group by n.cycle order by n.cycle""")
			.query(String.class)
			.list();
	}

	private String reader(long mail) {
		return this.jdbc.sql("select c.user_id from mail m join contact c on c.id = m.contact where m.id = :mail")
			.param("mail", mail)
			.query(String.class)
			.single();
	}

	private Set<String> groups(long mail) {
		return Set.copyOf(this.jdbc.sql("""
				select distinct case s.role when 'reviewer' then 'swg' else 'aes' end
				from mail m join contact_role s on s.contact = m.contact and s.role in ('reviewer', 'secretariat')
				where m.id = :mail""").param("mail", mail).query(String.class).list());
	}

	private Optional<Instant> toldBefore(long mail) {
		return this.jdbc.sql("""
				select max(d.claimed_at) from digest d join mail m on m.contact = d.contact
				where m.id = :mail and d.claimed_at < m.queued_at""")
			.param("mail", mail)
			.query(Timestamp.class)
			.list()
			.stream()
			.filter(Objects::nonNull)
			.findFirst()
			.map(Timestamp::toInstant);
	}

}
