package org.asemeducation.stocktake.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.asemeducation.stocktake.engine.TestAudit;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

class LoadContactsTest {

	private static final String HEADER = "party,name,e-mail,language,zone,role\n";

	private final DataSource database = TestDatabase.dataSource();

	private final Accounts accounts = mock(Accounts.class);

	private final Register register = TestRegister.on(this.database, Clock.systemUTC(), this.accounts);

	private final List<Object> events = new ArrayList<>();

	private final LoadContacts loadContacts = new LoadContacts(this.register,
			new Invitations(JdbcClient.create(this.database), Clock.systemUTC(),
					new Contacts(JdbcClient.create(this.database), Clock.systemUTC()), this.accounts, this.events::add,
					TestLocalAccounts.open()),
			new Contacts(JdbcClient.create(this.database), Clock.systemUTC()),
			TestAudit.on(this.database, Clock.systemUTC()), this.events::add);

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	@BeforeEach
	void aParty() {
		this.register.register(new NewParty("Foundation, " + this.mark, "F" + this.mark, "stakeholder"));
	}

	@Test
	void eachNewPersonIsInvitedOnce() {
		// when
		LoadedContacts loaded = load("""
				F{},Ann Example,Ann.{}@Example.org,en,Asia/Singapore,coordinator
				"Foundation, {}",Ann Example,ann.{}@example.org,,,reviewer
				F{},"Example, Bob",bob.{}@example.org,fr,,coordinator
				""");

		// then
		assertThat(loaded).isEqualTo(new LoadedContacts(2, 0, 0));
		assertThat(this.events).hasSize(2).allSatisfy((event) -> assertThat(event).isInstanceOf(ContactInvited.class));
		assertThat(this.register.contactByEmail("bob." + this.mark + "@example.org").orElseThrow().name())
			.isEqualTo("Example, Bob");
	}

	@Test
	void loadingAgainInvitesNobody() {
		// given
		String row = "F{},Ann Example,ann.{}@example.org,en,,coordinator\n";
		load(row);

		// when
		LoadedContacts again = load(row);

		// then
		assertThat(again).isEqualTo(new LoadedContacts(0, 0, 1));
		assertThat(this.events).hasSize(1);
	}

	@Test
	void whoIsNewIsSeenBeforeAndWhoIsLeftOutIsEnteredAndNotWrittenTo() {
		// given
		String known = "F{},Ann Example,ann.{}@example.org,en,,coordinator\n";
		load(known);
		this.events.clear();
		byte[] file = file(known + """
				F{},Bob Example,Bob.{}@example.org,fr,,coordinator
				"Foundation, {}",Bob Example,bob.{}@example.org,fr,,reviewer
				F{},Cem Example,cem.{}@example.org,,,coordinator
				""");

		// when
		NewPeople people = this.loadContacts.preview(file);
		assertThat(this.register.contactByEmail(address("bob"))).as("nothing is loaded by looking").isEmpty();
		LoadedContacts loaded = this.loadContacts.load(file, people.addresses(), Set.of(address("cem")), "aes");

		// then
		assertThat(people.known()).isOne();
		assertThat(people.people()).containsExactly(
				new NewPeople.NewPerson("Bob Example", address("bob"),
						"F%1$s (coordinator), F%1$s (reviewer)".formatted(this.mark), "fr"),
				new NewPeople.NewPerson("Cem Example", address("cem"), "F%s (coordinator)".formatted(this.mark), "en"));
		assertThat(loaded).isEqualTo(new LoadedContacts(1, 1, 1));
		ContactId bob = this.register.contactByEmail(address("bob")).orElseThrow().id();
		assertThat(this.events).hasSize(2)
			.contains(new ContactsLeftOut(List.of(bob), "aes"))
			.filteredOn(ContactInvited.class::isInstance)
			.singleElement()
			.satisfies((event) -> assertThat(((ContactInvited) event).contact())
				.isEqualTo(this.register.contactByEmail(address("cem")).orElseThrow().id()));
		assertThat(new Contacts(JdbcClient.create(this.database), Clock.systemUTC()).page(this.mark, 1).lines())
			.filteredOn(ContactLine::notInvited)
			.extracting(ContactLine::email)
			.contains(address("bob"))
			.doesNotContain(address("cem"));
	}

	@Test
	void nothingIsLoadedWhenOthersAreNewByNow() {
		// given
		byte[] file = file("""
				F{},Ann Example,ann.{}@example.org,en,,coordinator
				F{},Bob Example,bob.{}@example.org,en,,coordinator
				""");
		Set<String> seen = this.loadContacts.preview(file).addresses();
		load("F{},Ann Example,ann.{}@example.org,en,,coordinator\n");
		this.events.clear();

		// when, then
		assertThatIllegalArgumentException().isThrownBy(() -> this.loadContacts.load(file, seen, seen, "aes"))
			.withMessageStartingWith("Nothing was loaded: the people who would be invited have changed meanwhile.");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.loadContacts.load(file, Set.of(address("bob")), seen, "aes"));
		assertThat(this.register.contactByEmail(address("bob"))).isEmpty();
		assertThat(this.events).isEmpty();
	}

	@Test
	void oneBadRowRejectsTheFileAndEachBadRowSaysWhy() {
		assertThatExceptionOfType(ContactsRejectedException.class).isThrownBy(() -> load("""
				F{},Ann Example,ann.{}@example.org,en,,coordinator
				Nobody,Bob Example,bob.{}@example.org,en,,coordinator
				F{},,carl.{}@example.org,en,,coordinator
				F{},Dora,dora at example,en,,coordinator
				F{},Eva,eva.{}@example.org,en,Moon,coordinator
				F{},Fred,fred.{}@example.org,en,,chief
				F{},Gus,ann.{}@example.org,en,,coordinator
				F{},Hanna,hanna.{}@example.org
				""")).satisfies((rejected) -> {
			assertThat(rejected.rows()).extracting(RejectedRow::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
			assertThat(rejected.rows().get(0).reason()).contains("Nobody");
			assertThat(rejected.rows().get(5).reason()).contains("Ann Example", "line 2");
		});
		assertThat(this.register.contactByEmail("ann." + this.mark + "@example.org")).isEmpty();
		assertThat(this.events).isEmpty();
	}

	@Test
	void rowThatSpansLinesIsNamedByItsFirst() {
		assertThatExceptionOfType(ContactsRejectedException.class).isThrownBy(() -> load("""
				F{},"Ann
				Example",ann.{}@example.org,en,,coordinator
				"""))
			.satisfies((rejected) -> assertThat(rejected.rows()).singleElement()
				.satisfies((row) -> assertThat(row.line()).isEqualTo(2)));
	}

	@Test
	void spreadsheetsWithSemicolonsAndByteOrderMarkAreRead() {
		// given
		String file = "\uFEFFParty;Name;E-Mail;Language;Zone;Role\r\nF%1$s;Ann;ann.%1$s@example.org;en;;coordinator\r\n"
			.formatted(this.mark);

		// when
		LoadedContacts loaded = this.loadContacts.load(file.getBytes(StandardCharsets.UTF_8));

		// then
		assertThat(loaded.invited()).isOne();
	}

	@Test
	void fileThatIsNoTableIsRefusedInWords() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.loadContacts.load("hello".getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("must name the columns party, name, e-mail");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.loadContacts.load((HEADER + "\u00e9").getBytes(StandardCharsets.ISO_8859_1)))
			.withMessageContaining("UTF-8");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.loadContacts.load((HEADER + "\"open").getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("cannot be read as a table");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.loadContacts.load(HEADER.getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("no contact");
	}

	private LoadedContacts load(String rows) {
		return this.loadContacts.load(file(rows));
	}

	private byte[] file(String rows) {
		return (HEADER + rows.replace("{}", this.mark)).getBytes(StandardCharsets.UTF_8);
	}

	private String address(String person) {
		return "%s.%s@example.org".formatted(person, this.mark);
	}

}
