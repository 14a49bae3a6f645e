package org.asemeducation.stocktake.update.entry;

import java.util.List;

import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.completion.CompletionOpening;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.completion.TestRounds;
import org.asemeducation.stocktake.update.people.Answerers;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * The AES enters an update for those who coordinate it, and they say that it is theirs.
 */
@ProcessTest
class EntryProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String TWO = Troupe.TWO_COORDINATORS;

	private static final Source MAIL = new Source(false, "Dear all, we exchanged 120 pairs.", null);

	private static final Source DESK = new Source(true, null, null);

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Answerers answerers;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Entering entering;

	@Autowired
	private Entries entries;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theSecretariatWritesWhatCameByMailAndItsCoordinatorsAreAskedWhetherItIsTheirs() {
		// given HU leads
		CycleName cycle = this.stage.gathering(TWO);
		ProcessInstance update = this.stage.update(cycle, TWO);
		this.post.deliver(cycle);
		// when
		this.entering.begin(key(cycle, TWO), MAIL, this.troupe.user("aes"));
		assertThat(this.coordinators.mayWrite(cycle, TWO, "aes")).isEqualTo("submit");
		this.coordinators.save(cycle, TWO, "aes", "120 pairs");
		assertThat(this.coordinators.submit(cycle, TWO, "aes", "120 pairs")).isOne();
		// then
		assertThat(update).isWaitingAtExactly("callActivity_review");
		assertThat(said(cycle, TWO)).isEqualTo("Ana (entered by the AES for HU, Malta)");
		List<OutgoingMail> mails = this.post.deliver(cycle);
		assertThat(mails).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(mails).allSatisfy((mail) -> {
			assertThat(mail.subject()).isEqualTo(cycle + ": is the update of A01-I02 yours?");
			assertThat(mail.text()).contains("/i/%s/A01-I02/ours".formatted(cycle));
			assertThat(mail.text().replaceAll("\\s+", " ")).contains("Opening the page alone confirms nothing.");
		});
		this.entering.confirm(key(cycle, TWO), 1, this.troupe.user("malta"));
		assertThat(said(cycle, TWO)).isEqualTo("Ana (entered by the AES for HU, Malta, confirmed by them)");
		this.entering.confirm(key(cycle, TWO), 1, this.troupe.user("harbour"));
		assertThat(this.entries.latest(key(cycle, TWO)).orElseThrow().confirmedBy())
			.isEqualTo(this.troupe.user("malta"));
		this.reviewers.accept(cycle, TWO);
		assertThat(update).isEnded();
		assertThat(audit(cycle, TWO)).contains("enter update: for HU, Malta",
				"submit for coordinators: revision 1 for HU, Malta", "confirm entered update: revision 1");
	}

	@Test
	void whatIsEnteredInARoundIsAskedAboutInWordsOfARound(@Autowired CompletionOpening opening,
			@Autowired Completions completions) {
		// given
		CycleName round = TestRounds.open(opening, this.stage, this.troupe.user("aes"));
		this.stage.gather(round);
		this.post.deliver(round);
		String request = completions.placeholders(round).get(3).initiative().value();
		// when
		this.entering.begin(key(round, request), MAIL, this.troupe.user("aes"));
		this.coordinators.submit(round, request, "aes", TestRounds.words("replaced", "Balance"));
		// then
		assertThat(this.post.deliver(round)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("inland"));
			assertThat(mail.subject()).isEqualTo("%s: are the words for the plan of %s yours?", round, request);
			assertThat(mail.text().replaceAll("\\s+", " "))
				.contains("please look at the words for the plan of " + request, "say whether they are yours",
						"They were entered from what you sent. They are reviewed like any other words")
				.doesNotContain("update");
		});
	}

	@Test
	void withoutHavingBegunTheSecretariatWritesNothingForOthers() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.coordinators.save(cycle, ONE, "aes", "For them"))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		this.entering.begin(key(cycle, ONE), MAIL, this.troupe.user("aes"));
		for (String who : List.of("reviewer", "inland")) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.coordinators.save(cycle, ONE, who, "For them"))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		}
	}

	@Test
	void whatHasNoSourceIsADeskUpdateAndIsShownAsOne() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.entering.begin(key(cycle, ONE), new Source(false, " ", null), this.troupe.user("aes"));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.submit(cycle, ONE, "aes", "From the web"))
			.withMessageContaining("keep the mail or the file that it came as, or say that it is a desk update");
		// when
		this.entering.keep(key(cycle, ONE), DESK);
		this.coordinators.submit(cycle, ONE, "aes", "From the web");
		// then
		assertThat(said(cycle, ONE))
			.isEqualTo("Ana (entered by the AES for HU as a desk update: not written by those who coordinate it)");
	}

	@Test
	void anAnswerThatCameByMailIsEnteredToo() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.entering.begin(key(cycle, ONE), MAIL, this.troupe.user("aes"));
		// when
		this.answerers.answer(cycle, ONE, "aes", "nothing-to-report", "We were few.");
		// then
		assertThat(said(cycle, ONE)).contains("entered by the AES for HU");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.entering.begin(key(cycle, ONE), MAIL, this.troupe.user("aes")))
			.withMessageContaining("does not wait for its coordinators");
	}

	@Test
	void onlyThoseForWhomItSpeaksCoordinatorsSayThatItIsTheirs() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.entering.begin(key(cycle, ONE), MAIL, this.troupe.user("aes"));
		this.coordinators.submit(cycle, ONE, "aes", "120 pairs");
		// when, then
		for (String who : List.of("aes", "inland", "reviewer")) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.entering.confirm(key(cycle, ONE), 1, this.troupe.user(who)))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		}
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.entering.confirm(key(cycle, ONE), 2, this.troupe.user("harbour")))
			.withMessageContaining("load the page again");
		assertThat(this.entries.latest(key(cycle, ONE)).orElseThrow().confirmedAt()).isNull();
	}

	@Test
	void coordinatorsWhoAreFasterEndIt() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.entering.begin(key(cycle, ONE), MAIL, this.troupe.user("aes"));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.entering.begin(key(cycle, ONE), MAIL, this.troupe.user("aes")))
			.withMessageContaining("is being entered already");
		// when
		this.coordinators.submit(cycle, ONE, "harbour", "Ours");
		// then
		assertThat(said(cycle, ONE)).isEqualTo("Ana");
		this.reviewers.giveBack(cycle, ONE, "Which years?");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, "aes", "After all"));
		assertThat(this.entries.open(key(cycle, ONE))).isEmpty();
	}

	@Test
	void whatIsGivenUpStaysAsTheDraftOfItsCoordinators() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.entering.begin(key(cycle, ONE), DESK, this.troupe.user("aes"));
		this.coordinators.save(cycle, ONE, "aes", "Half of it");
		// when
		this.entering.giveUp(key(cycle, ONE), this.troupe.user("aes"));
		// then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.save(cycle, ONE, "aes", "The rest"));
		assertThat(this.jdbc.sql("select content::text from draft where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.single()).contains("Half of it");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.entering.giveUp(key(cycle, ONE), this.troupe.user("aes")));
	}

	@Test
	void aFileOfAnotherUpdateIsNoSource() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO);
		this.entering.begin(key(cycle, ONE), MAIL, this.troupe.user("aes"));
		long file = this.jdbc.sql("""
				insert into update_file (cycle, initiative, name, type, length, sha256, uploaded_at, uploaded_by)
				values (:cycle, :initiative, 'mail.pdf', 'pdf', 1, 'of an entry', now(), 'aes') returning id""")
			.param("cycle", cycle.value())
			.param("initiative", TWO)
			.query(Long.class)
			.single();
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.entering.keep(key(cycle, ONE), new Source(false, null, file)));
		assertThat(this.entries.open(key(cycle, ONE)).orElseThrow().file()).isNull();
	}

	private String said(CycleName cycle, String initiative) {
		return this.entries.said(key(cycle, initiative), 1, "Ana");
	}

	private List<String> audit(CycleName cycle, String initiative) {
		return this.jdbc.sql("select act || ': ' || coalesce(after, '') from audit where subject = :about")
			.param("about", cycle + "/" + initiative)
			.query(String.class)
			.list();
	}

	private static UpdateKey key(CycleName cycle, String initiative) {
		return UpdateKey.of(cycle.value(), initiative);
	}

}
