package org.asemeducation.stocktake.notification;

import java.util.List;
import org.asemeducation.stocktake.access.ContactInvited;
import org.asemeducation.stocktake.access.ContactWelcomed;
import org.asemeducation.stocktake.access.ContactsLeftOut;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever was entered without being invited is not asked for updates either. An
 * invitation later on lets both go.
 */
@Component
class LeftOutContacts {

	private static final String ACT = "load contacts";

	private final JdbcClient jdbc;

	private final Holds holds;

	LeftOutContacts(JdbcClient jdbc, Holds holds) {
		this.jdbc = jdbc;
		this.holds = holds;
	}

	@EventListener
	@Transactional
	void on(ContactsLeftOut leftOut) {
		List<Hold.Key> keys = leftOut.contacts().stream().map(LeftOutContacts::request).toList();
		this.jdbc.sql("select name from cycle where state in ('opened', 'gathering') order by name")
			.query(String.class)
			.list()
			.forEach((cycle) -> this.holds.hold(new CycleName(cycle), keys, ACT, "Left out when contacts were loaded",
					leftOut.by()));
	}

	@EventListener
	@Transactional
	void on(ContactInvited invited) {
		release(invited.contact());
	}

	@EventListener
	@Transactional
	void on(ContactWelcomed welcomed) {
		release(welcomed.contact());
	}

	private void release(ContactId contact) {
		this.jdbc
			.sql("select cycle, held_by from mail_hold where contact = :contact and act = :act and released_at is null")
			.param("contact", contact.value())
			.param("act", ACT)
			.query((row, number) -> new Left(new CycleName(row.getString("cycle")), row.getString("held_by")))
			.list()
			.forEach((left) -> this.holds.release(left.cycle(), List.of(request(contact)), left.by()));
	}

	private static Hold.Key request(ContactId contact) {
		return new Hold.Key(contact, Ladder.REQUEST, "", 0, 0);
	}

	/**
	 * A request that is held since somebody was entered.
	 */
	private record Left(CycleName cycle, String by) {
	}

}
