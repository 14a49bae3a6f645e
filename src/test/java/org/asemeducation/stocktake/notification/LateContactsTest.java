package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LateContactsTest {

	private final LateContacts lateContacts = new LateContacts(MailRoom.jdbc(), MailRoom.get(Requests.class));

	private Desk desk;

	@BeforeEach
	void open() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
		MailRoom.jdbc()
			.sql("update cycle set state = 'gathering' where name = :name")
			.param("name", this.desk.cycle.value())
			.update();
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void whoBecomesAContactAfterTheRequestsIsAskedOnce() {
		// given
		InitiativeId initiative = this.desk.asked("A13-I01", "One with a new colleague");
		long first = this.desk.party("China");
		this.desk.role("coordinator", first, initiative);
		MailRoom.get(Requests.class).queue(this.desk.cycle);
		long late = this.desk.contact(this.desk.partyOf(first),
				"late@" + this.desk.cycle.value().toLowerCase() + ".example");

		// when
		this.lateContacts.ask();
		this.lateContacts.ask();

		// then
		assertThat(this.desk.mails(late)).hasSize(1);
		assertThat(this.desk.mails(first)).hasSize(1);
	}

	@Test
	void nobodyIsAskedBeforeTheRequestsHaveGoneOut() {
		// given
		InitiativeId initiative = this.desk.asked("A13-I01", "One that is being started");
		long contact = this.desk.party("China");
		this.desk.role("coordinator", contact, initiative);

		// when
		this.lateContacts.ask();

		// then
		assertThat(this.desk.mails(contact)).isEmpty();
	}

}
