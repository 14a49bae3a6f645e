package org.asemeducation.stocktake.endorsement.record;

import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The words of the decision record, from rows with known hours. Estonia has an official,
 * Finland none.
 */
@StocktakeTest
class DecisionRecordTest {

	private static int number;

	@Autowired
	private DecisionRecord record;

	@Autowired
	private Register register;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JdbcClient jdbc;

	private SmallCycle cycle;

	private SealedVersion version;

	private Contact official;

	@BeforeEach
	void sealAVersionForMinisters() {
		this.cycle = new SmallCycle(this.jdbc, "RECORDED-" + ++number);
		this.version = this.sealing.seal(this.cycle.name(), State.FOR_MINISTERS,
				(report) -> new Annex("Work plan", List.of()), "aes");
		String email = "official.%d@estonia.example".formatted(number);
		this.register.addContact(new NewContact(this.register.party("Estonia").orElseThrow().id(),
				"Official of Estonia", email, "en", null, NewContact.COORDINATOR));
		this.official = this.register.contactByEmail(email).orElseThrow();
	}

	@Test
	void aRoundSaysWhoWasInvitedReachedAndAnsweredWhenAndOnWhichChecksum() {
		// given
		round(1);
		told(1, "invited", "sent", "2024-01-12T08:05:00Z");
		prolong(1);
		position(1, "comment", "Mention the islands.", "2024-01-14T10:00:00Z");
		told(1, "prolonged", "queued", null);
		end(1, "closed_at = '2024-01-27T17:00:00Z'");
		// then
		assertThat(lines("round-1")).containsExactly("No-objection round 1",
				"On: version 1, SHA-256 of its SHA256SUMS " + this.version.checksum(),
				"Opened: 12 January 2024, 09:00 (Europe/Rome)", "To close: 27 January 2024, 18:00 (Europe/Rome)",
				"Prolonged: on 13 January 2024, 10:00 (Europe/Rome) by nobody, "
						+ "from 20 January 2024, 18:00 (Europe/Rome) to 27 January 2024, 18:00 (Europe/Rome): More time.",
				"Ended: closed without objection, on 27 January 2024, 18:00 (Europe/Rome); silence counts", "Estonia",
				"Invited Official of Estonia on 12 January 2024, 09:00 (Europe/Rome); reached on 12 January 2024, 09:05 (Europe/Rome)",
				"Told that it closes later: Official of Estonia on 12 January 2024, 09:00 (Europe/Rome); not reached",
				"Estonia comments on 14 January 2024, 11:00 (Europe/Rome), by Official of Estonia, on version 1 with the checksum %s: Mention the islands."
					.formatted(this.version.checksum()),
				"Finland", "Nobody was invited", "Silent: does not object");
	}

	@Test
	void aMailThatCameBackHasReachedNobody() {
		// given
		round(1);
		long mail = told(1, "invited", "sent", "2024-01-12T08:05:00Z");
		this.jdbc.sql("""
				insert into bounce (mail, report, noted_at, recipient, status, permanent, words)
				values (:mail, 'came back', now(), 'somebody@estonia.example', '5.1.1', true, 'nobody of that name')""")
			.param("mail", mail)
			.update();
		// then
		assertThat(lines("round-1"))
			.contains("Invited Official of Estonia on 12 January 2024, 09:00 (Europe/Rome); not reached",
					"Ended: not yet", "Silent")
			.doesNotContain("Silent: does not object");
	}

	@Test
	void stoppedAmendedAndCalledOffRoundsAllStandInIt() {
		// given
		round(1);
		position(1, "object", "Line 1.", "2024-01-13T10:00:00Z");
		end(1, "stopped_at = '2024-01-13T10:00:00Z'");
		round(2);
		end(2, "called_off_at = '2024-01-14T10:00:00Z', called_off_because = 'No time is left.'");
		// then
		assertThat(lines("round-1")).contains("Ended: by an objection, on 13 January 2024, 11:00 (Europe/Rome)");
		assertThat(lines("round-2")).startsWith("No-objection round 2, amended")
			.contains("Ended: called off without a result, on 14 January 2024, 11:00 (Europe/Rome): No time is left.");
	}

	@Test
	void withoutARoundItSaysSoAndWhatIsNotDecidedYet() {
		// then
		assertThat(lines("no-round")).containsExactly("No-objection round", "None was held.");
		assertThat(lines("versions")).hasSize(2)
			.last()
			.asString()
			.startsWith("Version 1, for ministers: sealed on ")
			.endsWith("SHA-256 of its SHA256SUMS " + this.version.checksum());
		assertThat(lines("adoption")).contains("Nothing is recorded yet.");
		assertThat(lines("conclusions")).contains("No adopted text is attached.");
		assertThat(lines("publication")).contains("Nothing is published yet.");
	}

	@Test
	void beforeAnythingIsSealedThereIsNone() {
		// given
		SmallCycle other = new SmallCycle(this.jdbc, "RECORDED-" + ++number);
		// then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.record.of(other.name()))
			.withMessageContaining("there is no decision to record");
	}

	private void round(int round) {
		run("""
				insert into no_objection_round (cycle, number, opens_at, closes_at, zone, reminder_days, planned_at, planned_by)
				values (:cycle, :round, '2024-01-12T08:00:00Z', '2024-01-20T17:00:00Z', 'Europe/Rome', 2, now(), 'aes')""",
				round);
		run("""
				insert into no_objection_member (cycle, round, party)
				select :cycle, :round, id from party where name in ('Estonia', 'Finland')""", round);
		run("""
				update no_objection_round set version = 1, opened_at = '2024-01-12T08:00:00Z'
				where cycle = :cycle and number = :round""", round);
	}

	private void prolong(int round) {
		run("""
				insert into no_objection_prolonged (cycle, round, number, had, closes, reason, at, by)
				values (:cycle, :round, 1, '2024-01-20T17:00:00Z', '2024-01-27T17:00:00Z', 'More time.',
				    '2024-01-13T09:00:00Z', 'nobody')""", round);
		end(round, "closes_at = '2024-01-27T17:00:00Z'");
	}

	private void end(int round, String how) {
		run("update no_objection_round set %s where cycle = :cycle and number = :round".formatted(how), round);
	}

	private void position(int round, String answer, String text, String at) {
		this.jdbc
			.sql("""
					insert into no_objection_position (cycle, round, party, number, answer, text, version, checksum, given_at, given_by)
					select :cycle, :round, id, 1, :answer, :text, 1, :checksum, cast(:at as timestamptz), :by
					from party where name = 'Estonia'""")
			.param("cycle", this.cycle.name().value())
			.param("round", round)
			.param("answer", answer)
			.param("text", text)
			.param("checksum", this.version.checksum())
			.param("at", at)
			.param("by", this.official.userId())
			.update();
	}

	private long told(int round, String what, String state, String sentAt) {
		long mail = this.jdbc
			.sql("""
					insert into mail (cycle, contact, recipient, state, queued_at, bundled_at, sent_at)
					values (:cycle, :contact, 'somebody@estonia.example', :state, '2024-01-12T08:00:00Z', '2024-01-12T08:00:00Z',
					    cast(:sent as timestamptz)) returning id""")
			.param("cycle", this.cycle.name().value())
			.param("contact", this.official.id().value())
			.param("state", state)
			.param("sent", sentAt)
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into no_objection_told (cycle, round, contact, party, what, told_at, mail)
				select :cycle, :round, :contact, id, :what, '2024-01-12T08:00:00Z', :mail from party
				where name = 'Estonia'""")
			.param("cycle", this.cycle.name().value())
			.param("round", round)
			.param("contact", this.official.id().value())
			.param("what", what)
			.param("mail", mail)
			.update();
		return mail;
	}

	private void run(String sql, int round) {
		this.jdbc.sql(sql).param("cycle", this.cycle.name().value()).param("round", round).update();
	}

	private List<String> lines(String chapter) {
		return this.record.of(this.cycle.name())
			.sections()
			.stream()
			.filter((section) -> section.id().equals(chapter))
			.flatMap(DecisionRecordTest::lines)
			.toList();
	}

	private static Stream<String> lines(Block block) {
		if (block instanceof Section section) {
			return Stream.concat(Stream.of(section.title()),
					section.blocks().stream().flatMap(DecisionRecordTest::lines));
		}
		if (block instanceof Facts facts) {
			return facts.facts().stream().map((fact) -> fact.name() + ": " + fact.value());
		}
		return (block instanceof Bullets bullets) ? bullets.items().stream().map(Phrase::text)
				: Stream.of(((Prose) block).text());
	}

}
