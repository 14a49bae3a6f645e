package org.asemeducation.stocktake.access;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class RegisterTest {

	private final DataSource database = TestDatabase.dataSource();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final Accounts accounts = mock(Accounts.class);

	private final Register register = TestRegister.on(this.database, Clock.systemUTC(), this.accounts);

	private final Rights rights = new Rights(JdbcClient.create(this.database),
			new Helpers(JdbcClient.create(this.database), Clock.systemUTC()));

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	@Test
	void partyIsFoundByAcronymThenByName() {
		// given
		Party first = this.register.register(new NewParty("Foundation " + this.mark, "F" + this.mark, "stakeholder"));

		// when
		Party byAcronym = this.register.register(new NewParty("Another spelling", "F" + this.mark, "other"));
		Party byName = this.register.register(new NewParty("Foundation " + this.mark, null, "other"));

		// then
		assertThat(List.of(byAcronym, byName)).allMatch(first::equals);
		assertThat(first.label()).isEqualTo("F" + this.mark);
		assertThat(first.groupId()).matches("party[0-9]+");
	}

	@Test
	void whatTheRegisterLacksIsFilledInAndWhatItHasStays() {
		// given
		this.register.register(new NewParty("Country " + this.mark, null, "other"));

		// when
		Party known = this.register.register(
				new NewParty("Country " + this.mark, "C" + this.mark, "partner-country", "Asia", "JP", true, false));
		Party later = this.register
			.register(new NewParty("Country " + this.mark, "D", "stakeholder", "Europe", null, false, false));

		// then
		assertThat(known.acronym()).isEqualTo("C" + this.mark);
		assertThat(known.kind()).isEqualTo("partner-country");
		assertThat(later).isEqualTo(known);
	}

	@Test
	void coordinationIsReplaced() {
		// given
		PartyId one = party("one");
		PartyId two = party("two");
		this.register.coordinate(this.mark, List.of(new Coordination(one, "coordinator", 1)));

		// when
		this.register.coordinate(this.mark,
				List.of(new Coordination(two, "coordinator", 1), new Coordination(one, "support", 2)));

		// then
		assertThat(this.register.coordination(this.mark)).containsExactly(new Coordination(two, "coordinator", 1),
				new Coordination(one, "support", 2));
	}

	@Test
	void coordinationThatIsTheSameIsLeftAlone() {
		List<Coordination> same = List.of(new Coordination(party("one"), "coordinator", 1),
				new Coordination(party("two"), "host", 1));
		this.register.coordinate(this.mark, same);
		String written = written();

		this.register.coordinate(this.mark, same);

		assertThat(written()).isEqualTo(written);
	}

	@Test
	void whoIsRenamedWhileAnotherIsKeepsTheNewName() throws Exception {
		// given
		PartyId one = party("one");
		PartyId two = party("two");
		this.register.coordinate(this.mark,
				List.of(new Coordination(one, "coordinator", 1), new Coordination(two, "coordinator", 2)));
		CompletableFuture<Integer> other;

		// when
		try (Connection first = this.database.getConnection(); Statement statement = first.createStatement()) {
			first.setAutoCommit(false);
			statement.execute(rename(one, "first"));
			other = CompletableFuture.supplyAsync(() -> this.jdbc.sql(rename(two, "second")).update());
			await().until(() -> this.jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
				.query(Integer.class)
				.single() > 0);
			first.commit();
		}
		other.get(10, TimeUnit.SECONDS);

		// then
		assertThat(this.jdbc.sql("select names from coordinated_by where initiative = ?")
			.param(this.mark)
			.query(String.class)
			.single()).isEqualTo("first %1$s, second %1$s".formatted(this.mark));
	}

	private String rename(PartyId party, String name) {
		return "update party set name = '%s %s' where id = %d".formatted(name, this.mark, party.value());
	}

	private String written() {
		return this.jdbc.sql("select string_agg(xmin::text, ' ' order by party) from coordination where initiative = ?")
			.param(this.mark)
			.query(String.class)
			.single();
	}

	@Test
	void onlyAnActiveCoordinatorOfACoordinatingPartyMayWrite() {
		// given
		PartyId coordinating = party("coordinating");
		PartyId supporting = party("supporting");
		this.register.coordinate(this.mark,
				List.of(new Coordination(coordinating, "coordinator", 1), new Coordination(supporting, "support", 2)));
		Contact writer = contact(coordinating, "writer", "coordinator");
		Contact supporter = contact(supporting, "supporter", "coordinator");
		Contact reviewer = contact(coordinating, "reviewer", "reviewer");

		// then
		assertThat(this.rights.mayWrite(writer.userId(), this.mark)).isTrue();
		assertThat(this.rights.mayWrite(writer.userId(), "A99-I99")).isFalse();
		assertThat(this.rights.mayWrite(supporter.userId(), this.mark)).isFalse();
		assertThat(this.rights.mayWrite(reviewer.userId(), this.mark)).isFalse();
		assertThat(this.rights.mayWrite("nobody", this.mark)).isFalse();

		// when
		this.register.remove(writer.id());

		// then
		assertThat(this.rights.mayWrite(writer.userId(), this.mark)).isFalse();
	}

	@Test
	void userIdsAreOpaque() {
		// when
		Contact contact = contact(party("opaque"), "Some.One", "coordinator");

		// then
		assertThat(contact.userId()).matches("u[a-z0-9]+").doesNotContain("some");
		assertThat(contact.email())
			.isEqualTo(("Some.One" + this.mark + "@example.org").toLowerCase(java.util.Locale.ROOT));
		assertThat(contact.zone()).isEqualTo(ZoneId.of("Asia/Singapore"));
		verify(this.accounts).join(any(), any(Party.class));
	}

	@Test
	void secondRoleOfTheSameAddressIsTheSamePerson() {
		// given
		Contact first = contact(party("first"), "twice", "coordinator");

		// when
		Contact second = contact(party("second"), "twice", "secretariat");

		// then
		assertThat(second.id()).isEqualTo(first.id());
		verify(this.accounts).join(first.userId(), "aes");
	}

	@Test
	void aContactThatIsNoneIsRefusedInWords() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NewContact(new PartyId(1), "A", "not an address", "en", null, "coordinator"))
			.withMessage("\"not an address\" is not an e-mail address: write it as name@example.org.");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NewContact(new PartyId(1), "A", "a@example.org", "en", null, "boss"))
			.withMessageContaining("coordinator, reviewer or secretariat");
		assertThatIllegalArgumentException().isThrownBy(() -> NewContact.zone("Mars/Olympus"))
			.withMessageContaining("Europe/Brussels");
	}

	private PartyId party(String name) {
		return this.register.register(new NewParty(name + " " + this.mark, null, "stakeholder")).id();
	}

	private Contact contact(PartyId party, String name, String role) {
		this.register.addContact(new NewContact(party, name, name + this.mark + "@example.org", "en",
				ZoneId.of("Asia/Singapore"), role));
		return this.register.contactByEmail(name + this.mark + "@example.org").orElseThrow();
	}

}
