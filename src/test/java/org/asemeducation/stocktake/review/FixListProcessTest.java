package org.asemeducation.stocktake.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.fixlist.AnsweringRemarks;
import org.asemeducation.stocktake.review.fixlist.ReturnedRemarks;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.FixList;
import org.asemeducation.stocktake.update.FixList.Fix;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.people.Answerers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.asemeducation.stocktake.update.Coordinators.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A return is one list of what all reviewers ask for: only that opens again, and each
 * remark is answered.
 */
@ProcessTest
class FixListProcessTest {

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
	private Answerers answerers;

	@Autowired
	private Reviewing reviewing;

	@Autowired
	private Noting noting;

	@Autowired
	private NotedRemarks noted;

	@Autowired
	private Rounds rounds;

	@Autowired
	private ReturnedRemarks remarks;

	@Autowired
	private AnsweringRemarks answering;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private UpdateKey key;

	@BeforeEach
	void submitAnUpdate() {
		this.cycle = this.stage.gathering(TWO_COORDINATORS);
		this.key = UpdateKey.of(this.cycle.value(), TWO_COORDINATORS);
		this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", "We met");
		this.post.deliver(this.cycle);
	}

	@Test
	void whatSeveralReviewersNotedIsOneNumberedListAndOneMail() {
		// given
		note("colleague", "plans", "Until when?");
		note("aes", "progress", "In which years?");
		// when
		review("reviewer", new Verdict(1, false, Map.of("progress", "How often?", "highlights", "None at all?")));
		// then
		assertThat(fixes()).extracting(Fix::number, Fix::field, Fix::text, Fix::by)
			.containsExactly(tuple(1, "progress", "In which years?", user("aes")),
					tuple(2, "progress", "How often?", user("reviewer")),
					tuple(3, "highlights", "None at all?", user("reviewer")),
					tuple(4, "plans", "Until when?", user("colleague")));
		List<OutgoingMail> mails = this.post.deliver(this.cycle);
		assertThat(mails).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(mails).allSatisfy((mail) -> assertThat(mail.text()).containsSubsequence(
				"1. Progress and achievements\n  In which years?", "2. Progress and achievements\n  How often?",
				"3. Highlights\n  None at all?", "4. Planned activities\n  Until when?"));
		assertThat(this.noted.of(this.key)).isEmpty();
	}

	@Test
	void aRemarkCanBeChangedAndStruckUntilTheUpdateIsReturned() {
		// given
		note("colleague", "plans", "Until when?");
		note("colleague", "plans", "Until which year?");
		note("colleague", "highlights", "None?");
		// when
		note("colleague", "highlights", " ");
		review("reviewer", new Verdict(1, false, null));
		// then
		assertThat(fixes()).extracting(Fix::text).containsExactly("Until which year?");
		assertConflict(() -> note("colleague", "plans", "Too late"), "somebody was faster");
	}

	@Test
	void onlyWhatHasARemarkOpensAgain() {
		// given
		giveBack(Map.of("highlights", "None at all?"));
		ObjectNode elsewhere = this.coordinators.draft(this.cycle, TWO_COORDINATORS).put("progress", "We never met");
		ObjectNode there = this.coordinators.draft(this.cycle, TWO_COORDINATORS).put("highlights", "A prize");
		// when, then
		assertRefused(() -> this.coordinators.save(this.cycle, TWO_COORDINATORS, "malta", elsewhere), "progress",
				"came back for “Highlights” alone");
		assertRefused(() -> this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", elsewhere), "progress",
				"came back for “Highlights” alone");
		assertThat(this.coordinators.draft(this.cycle, TWO_COORDINATORS).path("progress").asText()).isEqualTo("We met");
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "malta", there);
		this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", there);
		assertThat(this.coordinators.standing(this.cycle, TWO_COORDINATORS)).isEqualTo("in-review");
	}

	@Test
	void whatIsTakenOutIsAChangeToo() {
		// given
		giveBack(Map.of("highlights", "None at all?"));
		ObjectNode without = this.coordinators.draft(this.cycle, TWO_COORDINATORS);
		without.remove("plans");
		// when, then
		assertRefused(() -> this.coordinators.save(this.cycle, TWO_COORDINATORS, "malta", without), "plans",
				"stays as it was submitted");
		without.putArray("plans");
		assertRefused(() -> this.coordinators.save(this.cycle, TWO_COORDINATORS, "malta", without), "plans",
				"stays as it was submitted");
	}

	@Test
	void aReviewerMayOpenEverything() {
		// given
		review("reviewer", new Verdict(1, false, Map.of("highlights", "This is another initiative"), true, null));
		// when
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "malta", form("Written anew"));
		// then
		assertThat(this.coordinators.draft(this.cycle, TWO_COORDINATORS).path("progress").asText())
			.isEqualTo("Written anew");
	}

	@Test
	void whatCameBackBeforeThereWereListsStaysOpen() {
		// given
		giveBack(Map.of("highlights", "None at all?"));
		this.jdbc.sql("update verdict set opens_all = default where not accepted").update();
		// when
		this.coordinators.save(this.cycle, TWO_COORDINATORS, "malta", form("Written anew"));
		// then
		assertThat(this.coordinators.draft(this.cycle, TWO_COORDINATORS).path("progress").asText())
			.isEqualTo("Written anew");
	}

	@Test
	void noAnswerInPlaceOfTheUpdateUndoesWhatWasAskedFor() {
		// given
		giveBack(Map.of("highlights", "None at all?"));
		// when, then
		assertConflict(
				() -> this.answerers.answer(this.cycle, TWO_COORDINATORS, "harbour", "nothing-to-report", "So it is."),
				"came back for “Highlights” alone");
	}

	@Test
	void everyRemarkIsAnsweredBeforeTheUpdateIsSubmitted() {
		// given
		giveBack(Map.of("highlights", "None at all?", "plans", "Until when?"));
		ObjectNode form = form("We met").put("highlights", "A prize");
		// when, then
		assertUnanswered(form, "fixes.1", "fixes.2");
		answer("malta", 1, true, null);
		assertUnanswered(form, "fixes.2");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> answer("harbour", 2, false, " "))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::message)
				.first()
				.asString()
				.contains("why it is not done"));
		assertUnanswered(form, "fixes.2");
		answer("harbour", 2, false, "the ministry decides in May");
		answer("malta", 1, null, null);
		assertUnanswered(form, "fixes.1");
		answer("malta", 1, true, null);
		this.coordinators.submitOnly(this.cycle, TWO_COORDINATORS, "harbour", form);
		assertThat(this.coordinators.standing(this.cycle, TWO_COORDINATORS)).isEqualTo("in-review");
		assertConflict(() -> answer("malta", 1, false, "after all"), "lies with the reviewers");
	}

	@Test
	void onlyTheCoordinatorsAnswer() {
		// given
		giveBack(Map.of("highlights", "None at all?"));
		// when, then
		for (String who : List.of("inland", "reviewer", "aes")) {
			assertThatExceptionOfType(Refused.class).as(who)
				.isThrownBy(() -> answer(who, 1, true, null))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		}
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> answer("malta", 2, true, null))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT));
	}

	@Test
	void everyRoundIsKeptWithItsAnswers() {
		// given
		giveBack(Map.of("highlights", "None at all?"));
		answer("harbour", 1, false, "there were none");
		this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", form("We met"));
		// when
		review("reviewer", new Verdict(2, false, Map.of("plans", "Until when?")));
		this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", form("We met"));
		review("colleague", new Verdict(3, true, null));
		// then
		assertThat(this.rounds.of(this.key)).extracting((round) -> round.said().verdict())
			.containsExactly("returned", "returned", "accepted");
		assertThat(this.rounds.of(this.key).get(0).said().fixes()).singleElement()
			.satisfies((fix) -> assertThat(fix.because()).isEqualTo("there were none"))
			.satisfies((fix) -> assertThat(fix.done()).isFalse());
		assertThat(this.rounds.of(this.key).get(1).said().fixes()).singleElement()
			.satisfies((fix) -> assertThat(fix.done()).isTrue());
	}

	@Test
	void theAnswersStayWhenTheNewVersionIsTakenBack() {
		// given
		giveBack(Map.of("highlights", "None at all?"));
		answer("harbour", 1, false, "there were none");
		this.coordinators.submit(this.cycle, TWO_COORDINATORS, "harbour", form("We met"));
		// when
		this.coordinators.takeBack(this.cycle, TWO_COORDINATORS, "harbour");
		// then
		assertThat(fixes()).singleElement().satisfies((fix) -> assertThat(fix.because()).isEqualTo("there were none"));
		assertRefused(() -> this.coordinators.save(this.cycle, TWO_COORDINATORS, "harbour", form("Other words")),
				"progress", "came back for “Highlights” alone");
	}

	@Test
	void ofTwoWhoReturnInTheSameMomentOneIsToldAndNoRemarkIsLost() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("update_request where cycle = '%s'".formatted(this.cycle),
				() -> review("reviewer", new Verdict(1, false, Map.of("progress", "From the first"))),
				() -> review("colleague", new Verdict(1, false, Map.of("plans", "From the second"))));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("somebody was faster", "Your remark is kept with version 1");
		assertThat(fixes()).extracting(Fix::text).containsExactly("From the first");
		assertThat(this.noting.shown(this.key, user("reviewer"))).extracting(Noting.Noted::text)
			.containsExactly("From the second");
		assertThat(this.post.deliver(this.cycle)).hasSize(2);
	}

	@Test
	void ofOneWhoAcceptsAndOneWhoReturnsInTheSameMomentOneIsToldAndNoRemarkIsLost() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("update_request where cycle = '%s'".formatted(this.cycle),
				() -> review("reviewer", new Verdict(1, true, null)),
				() -> review("colleague", new Verdict(1, false, Map.of("plans", "From the second"))));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("somebody was faster", "Your remark is kept with version 1");
		assertThat(this.noting.shown(this.key, user("aes"))).extracting(Noting.Noted::text)
			.containsExactly("From the second");
		assertThat(this.coordinators.standing(this.cycle, TWO_COORDINATORS)).isEqualTo("accepted");
	}

	@Test
	void nobodyAcceptsOverRemarksThatTheyHaveNotRead() {
		// given
		note("colleague", "plans", "Until when?");
		// when, then
		assertConflict(() -> review("reviewer", new Verdict(1, true, null)), "read them, then decide");
		review("reviewer", new Verdict(1, true, null, null, 1));
		assertThat(this.coordinators.standing(this.cycle, TWO_COORDINATORS)).isEqualTo("accepted");
		assertThat(this.noting.shown(this.key, user("reviewer"))).extracting(Noting.Noted::text)
			.containsExactly("Until when?");
	}

	@Test
	void whoMayNotReviewNotesNothing() {
		// given
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> note("harbour", "plans", "Ours is the best"))
			.withMessageContaining("Nobody reviews an initiative of their own party");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> note("reviewer", "weather", "Better"))
			.withMessageContaining("no field called");
		assertThat(this.noted.of(this.key)).isEmpty();
	}

	private void giveBack(Map<String, String> remarks) {
		review("reviewer", new Verdict(1, false, remarks));
	}

	private void review(String who, Verdict verdict) {
		this.reviewing.review(this.key, verdict, user(who));
	}

	private void note(String who, String field, String text) {
		this.noting.note(this.key, 1, field, text, user(who));
	}

	private void answer(String who, int number, @Nullable Boolean done, @Nullable String because) {
		this.answering.answer(this.key, number, done, because, user(who));
	}

	private List<Fix> fixes() {
		return this.remarks.open(this.key).map(FixList::remarks).orElseThrow();
	}

	private String user(String who) {
		return this.troupe.user(who);
	}

	private void assertUnanswered(ObjectNode form, String... which) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.submitOnly(this.cycle, TWO_COORDINATORS, "harbour", form))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field).containsExactly(which));
	}

	private static void assertRefused(Runnable act, String field, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.withMessageContaining(why)
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field).containsExactly(field));
	}

	private static void assertConflict(Runnable act, String why) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.withMessageContaining(why)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT));
	}

}
