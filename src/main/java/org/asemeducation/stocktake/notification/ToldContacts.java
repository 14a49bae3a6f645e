package org.asemeducation.stocktake.notification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.ForeseenMove.Told;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names those who would be told that their day has moved.
 */
@Component
class ToldContacts {

	private final JdbcClient jdbc;

	ToldContacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Each person once, by address. */
	List<Told> of(List<MoveNotice> notices) {
		Map<ContactId, List<MoveNotice>> byContact = notices.stream()
			.collect(Collectors.groupingBy((notice) -> notice.claim().contact()));
		Long[] ids = byContact.keySet().stream().map(ContactId::value).toArray(Long[]::new);
		return this.jdbc.sql("select id, name, email from contact where id = any(:ids) order by email")
			.param("ids", ids)
			.query((row, number) -> {
				List<MoveNotice> theirs = byContact.get(new ContactId(row.getLong("id")));
				MoveNotice first = theirs.stream().min(Comparator.comparing(MoveNotice::leavesAt)).orElseThrow();
				return new Told(row.getLong("id"), row.getString("name"), row.getString("email"),
						theirs.stream().map((notice) -> notice.claim().initiative().value()).toList(), first.leavesAt(),
						first.withReminder());
			})
			.list();
	}

}
