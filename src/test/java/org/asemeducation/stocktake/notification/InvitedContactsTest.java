package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.ContactInvited;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InvitedContactsTest {

	private Desk desk;

	private long contact;

	@BeforeEach
	void invite() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
		this.contact = this.desk.party("UNESCO");
		this.desk.sql("insert into invitation (token_hash, contact, created_at, expires_at)"
				+ " values ('%s', %d, '2023-06-05 07:00Z', '2023-07-03 07:00Z')".formatted(this.desk.cycle,
						this.contact));
		MailRoom.get(InvitedContacts.class).on(new ContactInvited(new ContactId(this.contact), "once-only"));
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void theLinkReachesThePersonAndTheLastWholeDayIsNamed() {
		// when
		MailRoom.run(mail());
		MailRoom.run(mail());
		// then
		assertThat(MailRoom.transport().sent).singleElement().satisfies((sent) -> {
			assertThat(sent.text().replace('\n', ' ')).startsWith("Desk (UNESCO")
				.contains("by Sunday 2 July 2023; the link works once",
						"https://stocktake.example.org/invitation/once-only");
			assertThat(sent.html()).contains("href=\"https://stocktake.example.org/invitation/once-only\"");
		});
	}

	@Test
	void theTokenIsNowhereInTheLedgerOnceTheMailHasLeft() {
		// when
		MailRoom.run(mail());
		MailRoom.run(mail());
		// then
		assertThat(this.desk.state(mail())).isEqualTo("sent");
		assertThat(this.desk.jdbc.sql("select mail::text from mail where id = " + mail()).query(String.class).single())
			.contains("{token}")
			.doesNotContain("once-only");
	}

	@Test
	void theTokenIsForgottenWhenTheContactIsRemovedBeforehand() {
		// given
		this.desk.remove(this.contact);
		// when
		MailRoom.run(mail());
		// then
		assertThat(this.desk.state(mail())).isEqualTo("cancelled");
		assertThat(this.desk.number("select count(secret) from mail where id = " + mail())).isZero();
	}

	private long mail() {
		return this.desk.mails(this.contact).get(0);
	}

}
