package org.asemeducation.stocktake.review.wording;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.review.Verdicts;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.asemeducation.stocktake.update.Coordinators.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Other words for an accepted text are printed only with its coordinators' yes.
 */
@ProcessTest
class WordingProcessTest {

	@Autowired
	private Stage stage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private FineToPrint fineToPrint;

	@Autowired
	private Wordings wordings;

	@Autowired
	private Revisions revisions;

	@Autowired
	private Verdicts verdicts;

	@Autowired
	private Officials officials;

	@Autowired
	private Editors editors;

	@Autowired
	private Endorsements endorsements;

	@Autowired
	private Jobs jobs;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private UpdateKey key;

	@BeforeEach
	void acceptAnUpdate() {
		accepted(TWO_COORDINATORS);
	}

	private void accepted(String... initiatives) {
		this.cycle = this.stage.gathering(initiatives);
		this.key = UpdateKey.of(this.cycle.value(), TWO_COORDINATORS);
		ObjectNode form = form("We did met twice.");
		this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", form);
		this.reviewers.accept(this.cycle, TWO_COORDINATORS);
		this.post.deliver(this.cycle);
	}

	@Test
	void everyCoordinatorGetsOneMailWithBothWordings() {
		// when
		propose("progress", "We met twice.");
		// then
		List<OutgoingMail> mails = this.post.deliver(this.cycle);
		assertThat(mails).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(mails).allSatisfy((mail) -> {
			assertThat(mail.subject()).isEqualTo("%s: fine to print? Other words for A01-I02", this.cycle);
			assertThat(mail.text()).containsSubsequence("AS IT WAS ACCEPTED", "We did met twice.",
					"AS THE SECRETARIAT PROPOSES", "We met twice.", "THE SECRETARIAT SAYS", "A slip of the pen");
			assertThat(mail.html()).contains("We did met twice.", "We met twice.");
		});
		assertThat(text()).as("until somebody agrees").isEqualTo("We did met twice.");
		assertThat(this.revisions.all(this.key)).hasSize(1);
	}

	@Test
	void withTheirYesTheTextChangesAsAVersionOfItsOwn() {
		// given
		long wording = propose("progress", "We met twice.");
		// when
		answer("malta", wording, true, "Thank you");
		// then
		assertThat(text()).isEqualTo("We met twice.");
		assertThat(this.revisions.all(this.key)).extracting(Revision::number).containsExactly(1, 2);
		assertThat(this.revisions.all(this.key).get(0).content().path("progress").asText())
			.isEqualTo("We did met twice.");
		assertThat(this.verdicts.onLatest(this.key)).contains(true);
		assertThat(this.coordinators.standing(this.cycle, TWO_COORDINATORS)).isEqualTo("accepted");
		assertThat(this.wordings.of(this.key)).singleElement().satisfies((saved) -> {
			assertThat(saved.became()).isEqualTo(2);
			assertThat(saved.answeredBy()).isEqualTo(user("malta"));
			assertThat(saved.proposedBy()).isEqualTo(user("aes"));
		});
	}

	@Test
	void aTextInsideARowIsReworded() {
		// given
		long wording = propose("plans.0.activity", "We go on");
		// when
		answer("harbour", wording, true, null);
		// then
		ObjectNode content = this.revisions.latest(this.key).orElseThrow().content();
		assertThat(content.at("/plans/0/activity").asText()).isEqualTo("We go on");
		assertThat(content.at("/plans/0/when").asText()).isEqualTo("2031");
	}

	@Test
	void withTheirNoOrSilenceNothingChanges() {
		// given
		long wording = propose("progress", "We met twice.");
		this.stage.later(60 * 24 * 3600);
		assertThat(text()).as("silence").isEqualTo("We did met twice.");
		// when, then
		assertRefused(() -> answer("harbour", wording, false, " "), Refused.Why.INVALID, "why the other words");
		answer("harbour", wording, false, "It was another meeting");
		assertThat(text()).isEqualTo("We did met twice.");
		assertThat(this.revisions.all(this.key)).hasSize(1);
		assertRefused(() -> answer("malta", wording, true, null), Refused.Why.CONFLICT, "answered already");
	}

	@Test
	void ofTwoWhoAnswerInTheSameMomentOneIsTold() {
		// given
		long wording = propose("progress", "We met twice.");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("update_request where cycle = '%s'".formatted(this.cycle),
				() -> answer("harbour", wording, false, "Not so"), () -> answer("malta", wording, true, null));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("somebody was faster");
		assertThat(text()).isEqualTo("We did met twice.");
	}

	@Test
	void whatIsWithdrawnIsNeitherAnsweredNorSent() {
		// given
		long wording = propose("progress", "We met twice.");
		// when
		this.fineToPrint.withdraw(this.key, wording, user("aes"));
		// then
		assertRefused(() -> answer("harbour", wording, true, null), Refused.Why.CONFLICT, "withdrawn");
		assertThat(this.post.deliver(this.cycle)).isEmpty();
		assertThat(propose("progress", "We met.")).isGreaterThan(wording);
	}

	@Test
	void wordsForATextThatIsAnotherByNowAreNotPrinted() {
		// given
		long wording = propose("progress", "We met twice.");
		this.jdbc
			.sql("update revision set content = jsonb_set(content, '{progress}', '\"Otherwise\"') where cycle = :cycle")
			.param("cycle", this.cycle.value())
			.update();
		// when, then
		assertRefused(() -> answer("harbour", wording, true, null), Refused.Why.CONFLICT, "is another by now");
		assertThat(text()).isEqualTo("Otherwise");
	}

	@Test
	void onlyAcceptedTextsThatAreThereGetOtherWordsOnceAtATime() {
		// given
		propose("progress", "We met twice.");
		CycleName other = this.stage.gathering(TWO_COORDINATORS);
		this.coordinators.submit(other, TWO_COORDINATORS, "harbour", form("Under review"));
		// when, then
		assertRefused(() -> propose("progress", "We met."), Refused.Why.CONFLICT, "wait for an answer");
		assertRefused(() -> propose("completion", "completed"), Refused.Why.INVALID, "has no text");
		assertRefused(() -> propose("highlights", "None"), Refused.Why.INVALID, "has no text");
		assertRefused(() -> propose("plans.0.activity", "Go on"), Refused.Why.INVALID, "Write the words");
		assertRefused(() -> this.fineToPrint.propose(UpdateKey.of(other.value(), TWO_COORDINATORS), "progress", "Words",
				null, user("aes")), Refused.Why.CONFLICT, "is not accepted");
	}

	@Test
	void nothingIsRewordedOnceMinistersHaveTheReport() {
		// given another update never comes
		accepted(TWO_COORDINATORS, Troupe.ONE_COORDINATOR);
		long wording = propose("progress", "We met twice.");
		this.stage.freeze(this.cycle);
		this.jobs.run(this.cycle, "serviceTask_compileReport");
		List.of(MeetingKind.values()).forEach((kind) -> this.officials.hold(this.cycle, kind));
		this.editors.finish(this.cycle);
		this.endorsements.publish(this.cycle);
		// when, then
		assertRefused(() -> answer("harbour", wording, true, null), Refused.Why.CONFLICT, "no text in it changes");
		assertRefused(() -> propose("plans.0.activity", "We go on"), Refused.Why.CONFLICT, "no text in it changes");
		assertThat(text()).isEqualTo("We did met twice.");
		answer("harbour", wording, false, "Too late anyway");
	}

	@Test
	void onlyItsCoordinatorsAgree() {
		// given
		long wording = propose("progress", "We met twice.");
		// when, then
		for (String who : List.of("inland", "reviewer", "aes")) {
			assertRefused(() -> answer(who, wording, true, null), Refused.Why.NOT_ALLOWED, "do not coordinate");
		}
		assertThat(text()).isEqualTo("We did met twice.");
	}

	private long propose(String field, String text) {
		return this.fineToPrint.propose(this.key, field, text, "A slip of the pen", user("aes"));
	}

	private void answer(String who, long wording, boolean agreed, @Nullable String sentence) {
		this.fineToPrint.answer(this.key, wording, agreed, sentence, user(who));
	}

	private String text() {
		return this.revisions.latest(this.key).orElseThrow().content().path("progress").asText();
	}

	private String user(String who) {
		return this.troupe.user(who);
	}

	private static void assertRefused(Runnable act, Refused.Why why, String words) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.withMessageContaining(words)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(why));
	}

}
