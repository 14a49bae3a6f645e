package org.asemeducation.stocktake.notification;

import java.time.Duration;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.ContactWelcomed;
import org.asemeducation.stocktake.access.PasswordResetAsked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountMailsTest {

	private Desk desk;

	private long contact;

	@BeforeEach
	void aContact() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
		this.contact = this.desk.party("UNESCO");
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void theLinkForANewPasswordReachesThePersonAndSaysHowLongItWorks() {
		// given
		this.desk.zone(this.contact, "Asia/Singapore");
		ask();
		// when
		MailRoom.run(mail());
		MailRoom.run(mail());
		// then
		assertThat(MailRoom.transport().sent).singleElement().satisfies((sent) -> {
			assertThat(sent.subject()).isEqualTo("Stocktake: choose a new password");
			assertThat(sent.text().replace('\n', ' ')).startsWith("Desk (UNESCO")
				.contains("if you asked for it, choose a new password for Stocktake until 16:00 (Asia/Singapore)",
						"https://stocktake.example.org/password-reset/once-only", "nobody else gets this link");
			assertThat(sent.html()).contains("href=\"https://stocktake.example.org/password-reset/once-only\"");
		});
		assertThat(this.desk.jdbc.sql("select mail::text from mail where id = " + mail()).query(String.class).single())
			.doesNotContain("once-only");
	}

	@Test
	void aLinkThatNoLongerWorksIsNotSent() {
		// given
		ask();
		MailRoom.at(MailRoom.MORNING.plus(Duration.ofMinutes(61)));
		// when
		MailRoom.run(mail());
		// then
		assertThat(this.desk.state(mail())).isEqualTo("cancelled");
		assertThat(this.desk.number("select count(secret) from mail where id = " + mail())).isZero();
	}

	@Test
	void wherePasswordsAreOffANewContactReadsHowToSignIn() {
		// given
		MailRoom.get(InvitedContacts.class).on(new ContactWelcomed(new ContactId(this.contact)));
		// when
		MailRoom.run(mail());
		MailRoom.run(mail());
		// then
		assertThat(MailRoom.transport().sent).singleElement().satisfies((sent) -> {
			assertThat(sent.subject()).isEqualTo("Stocktake: you can sign in");
			assertThat(sent.text().replace('\n', ' '))
				.contains("you can sign in to Stocktake with your ministry’s account from now on",
						"It must be the account with the address " + this.desk.email(this.contact))
				.doesNotContain("{token}", "Choose your password");
		});
	}

	private void ask() {
		this.desk.sql("insert into password_reset (token_hash, contact, created_at, expires_at)"
				+ " values ('%s', %d, '2023-06-05 07:00Z', '2023-06-05 08:00Z')".formatted(this.desk.cycle,
						this.contact));
		MailRoom.get(InvitedContacts.class).on(new PasswordResetAsked(new ContactId(this.contact), "once-only"));
	}

	private long mail() {
		return this.desk.mails(this.contact).get(0);
	}

}
