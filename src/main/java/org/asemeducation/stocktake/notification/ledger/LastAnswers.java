package org.asemeducation.stocktake.notification.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was answered last about each of some mails, in one query.
 */
@Component
class LastAnswers {

	private final JdbcClient jdbc;

	LastAnswers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Found of(List<Long> mails) {
		Map<Long, Answer> found = new HashMap<>();
		this.jdbc.sql("""
				select m.id, coalesce(m.message_id, '') as message_id, a.attempts, coalesce(a.words, '') as words
				from mail m left join lateral (
				    select count(*) as attempts, (array_agg(case outcome when 'sent' then coalesce(answer, outcome)
				        else outcome end order by number desc))[1] as words
				    from delivery_attempt where mail = m.id) a on true
				where m.id = any(:mails)""").param("mails", mails.toArray(Long[]::new)).query((row) -> {
			found.put(row.getLong("id"),
					new Answer(row.getString("message_id"), row.getLong("attempts"), row.getString("words")));
		});
		return new Found(found);
	}

	/**
	 * By mail.
	 */
	record Found(Map<Long, Answer> byMail) {

		Answer of(long mail) {
			return this.byMail.getOrDefault(mail, new Answer("", 0, ""));
		}

	}

	/**
	 * Of one mail.
	 *
	 * @param messageId empty until it was bundled
	 * @param attempts how often it was tried
	 * @param words the last answer, empty before the first attempt
	 */
	record Answer(String messageId, long attempts, String words) {
	}

}
