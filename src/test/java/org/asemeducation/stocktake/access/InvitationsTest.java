package org.asemeducation.stocktake.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class InvitationsTest {

	private static final Instant SENT = Instant.parse("2026-12-01T09:00:00Z");

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

	private final Accounts accounts = mock(Accounts.class);

	private final List<Object> events = new ArrayList<>();

	private final Register register = TestRegister.on(TestDatabase.dataSource());

	private LocalAccounts localAccounts = TestLocalAccounts.open();

	private ContactId contact;

	@BeforeEach
	void aContact() {
		String mark = UUID.randomUUID().toString();
		PartyId party = this.register.register(new NewParty(mark, null, "stakeholder")).id();
		this.contact = this.register
			.addContact(new NewContact(party, "Ann", mark + "@example.org", "en", null, "coordinator"));
	}

	@Test
	void lookingChangesNothingAndAcceptingWorksOnce() {
		// given
		String token = invite();
		Invitations now = at(SENT);

		// when
		now.invited(token);
		now.invited(token);

		// then
		verify(this.accounts, never()).setPassword(any(), any());
		assertThat(now.accept(token, "first")).isPresent();
		assertThat(now.accept(token, "second")).isEmpty();
		verify(this.accounts, times(1)).setPassword(any(), any());
	}

	@Test
	void linkLastsTwentyEightDays() {
		// given
		String token = invite();

		// then
		assertThat(at(SENT.plus(Duration.ofDays(28)).minusMillis(1)).invited(token)).isPresent();
		assertThat(at(SENT.plus(Duration.ofDays(28))).invited(token)).isEmpty();
		assertThat(at(SENT.plus(Duration.ofDays(28))).accept(token, "late")).isEmpty();
	}

	@Test
	void removedPersonCannotUseTheLink() {
		// given
		String token = invite();

		// when
		this.register.remove(this.contact);

		// then
		assertThat(at(SENT).accept(token, "gone")).isEmpty();
	}

	@Test
	void newInvitationEndsTheOldOne() {
		// given
		String old = invite();

		// when
		String next = invite();

		// then
		assertThat(at(SENT).invited(old)).isEmpty();
		assertThat(at(SENT).invited(next)).isPresent();
	}

	@Test
	void tokenIsNotKept() {
		// given
		String token = invite();

		// then
		assertThat(this.jdbc.sql("select token_hash from invitation").query(String.class).list()).isNotEmpty()
			.doesNotContain(token);
		assertThat(this.events.toString()).doesNotContain(token);
	}

	@Test
	void wherePasswordsAreOffNobodyGetsALinkAndEarlierOnesNoLongerWork() {
		// given
		String token = invite();
		this.localAccounts = TestLocalAccounts.closed();

		// when
		at(SENT).invite(this.contact);

		// then
		assertThat(this.events).last().isEqualTo(new ContactWelcomed(this.contact));
		assertThat(at(SENT).invited(token)).isEmpty();
		assertThat(at(SENT).accept(token, "late")).isEmpty();
	}

	private String invite() {
		at(SENT).invite(this.contact);
		return ((ContactInvited) this.events.get(this.events.size() - 1)).token();
	}

	private Invitations at(Instant now) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		return new Invitations(this.jdbc, clock, new Contacts(this.jdbc, clock), this.accounts, this.events::add,
				this.localAccounts);
	}

}
