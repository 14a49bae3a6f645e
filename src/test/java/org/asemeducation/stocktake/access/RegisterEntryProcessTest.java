package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The entry "Change the register" under "Start process". Every test is undone.
 */
@ProcessTest
@Transactional
class RegisterEntryProcessTest {

	private static final String ADDRESS = "new.colleague@stage.example";

	@Autowired
	private RegisterEntry entry;

	@Autowired
	private Register register;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aPersonSpeaksForTheirPartyFromNowOnAndTheAuditNamesThemByTheirUserId() {
		// when
		this.entry.add(named(ADDRESS), this.troupe.user("aes"));
		// then
		Contact entered = this.register.contactByEmail(ADDRESS).orElseThrow();
		assertThat(this.jdbc.sql("select role from contact_role where contact = :contact and party = :party")
			.param("contact", entered.id().value())
			.param("party", this.troupe.party("HU").id().value())
			.query(String.class)
			.single()).isEqualTo(NewContact.COORDINATOR);
		String act = "desk/" + this.jdbc.sql("select max(id) from desk_act").query(Long.class).single();
		assertThat(this.path.of("changeRegister", act)).containsExactly("startEvent_changeOfRegisterChosen",
				"serviceTask_auditAct", "endEvent_registerChanged");
		assertThat(this.jdbc.sql("select after from audit where subject = :act")
			.param("act", act)
			.query(String.class)
			.list()).containsExactly("%s speaks for HU".formatted(entered.userId()));
	}

	@ParameterizedTest
	@CsvSource({ "no address, 'email'", "'', 'email'" })
	void aWrongAddressEntersNobody(String email, String field) {
		long acts = acts();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.entry.add(named(email), this.troupe.user("aes")))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly(field));
		assertThat(acts()).isEqualTo(acts);
	}

	@ParameterizedTest
	@CsvSource({ "'', Name the party", "The Nobodies, is no party of the register" })
	void nobodySpeaksForAPartyThatTheRegisterLacks(String party, String sentence) {
		long acts = acts();
		RegisterEntry.Named named = new RegisterEntry.Named(party, "New Colleague", ADDRESS);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.entry.add(named, this.troupe.user("aes")))
			.satisfies((refused) -> assertThat(refused.problems()).singleElement()
				.satisfies((problem) -> assertThat(problem.message()).contains(sentence)));
		assertThat(acts()).isEqualTo(acts);
	}

	private long acts() {
		return this.jdbc.sql("select count(*) from desk_act").query(Long.class).single();
	}

	private RegisterEntry.Named named(String email) {
		return new RegisterEntry.Named(this.troupe.party("HU").name(), "New Colleague", email);
	}

}
