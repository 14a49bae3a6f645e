package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.review.Reviewers;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.asemeducation.stocktake.update.Coordinators.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

/**
 * What protects a text while it is written: whose it is, which version, what may be
 * submitted.
 */
@ProcessTest
class WritingTest {

	@Autowired
	private Stage stage;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Writing writing;

	@Autowired
	private UpdateViews views;

	@Autowired
	private SavedTexts texts;

	@Autowired
	private Drafts drafts;

	@Autowired
	private EarlierDrafts earlier;

	@Autowired
	private Revisions revisions;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private UpdateKey key;

	private ProcessInstance update;

	@BeforeEach
	void askForAnUpdate() {
		this.cycle = this.stage.gathering(TWO_COORDINATORS);
		this.key = UpdateKey.of(this.cycle.value(), TWO_COORDINATORS);
		this.update = this.stage.update(this.cycle, TWO_COORDINATORS);
	}

	@Test
	void submittingTwiceInTheSameMomentMakesOneRevision() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(requests(), () -> submit("harbour", 0, form("First")),
				() -> submit("malta", 0, form("Second")));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get()
			.isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT));
		assertThat(this.revisions.latest(this.key)).get().satisfies((revision) -> {
			assertThat(revision.number()).isEqualTo(1);
			assertThat(revision.content().path("progress").asText()).isEqualTo("First");
		});
		assertThat(this.stage.instances("review", this.key)).hasSize(1);
	}

	@Test
	void reviewersMayReturnWhatCanStillBeRevised() {
		// given
		submit("harbour", 0, form("Ready"));
		// when, then
		assertThat(may("reviewer", "swg").review()).isTrue();
		assertThat(may("reviewer", "swg").sendBack()).isTrue();
		assertThat(may("aes", "aes").sendBack()).isTrue();
		this.stage.freeze(this.cycle);
		assertThat(may("reviewer", "swg").review()).isTrue();
		assertThat(may("reviewer", "swg").sendBack()).isFalse();
		assertThat(may("aes", "aes").sendBack()).isFalse();
	}

	@Test
	void savingTwiceInTheSameMomentKeepsTheFirstAndTellsTheSecond() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act(requests(), () -> save("harbour", 0, form("First")),
				() -> save("malta", 0, form("Second")));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("Somebody else has saved this update");
		assertThat(draft()).isEqualTo("First");
	}

	@Test
	void savingOnAnOldVersionIsRefused() {
		// given
		save("harbour", 0, form("One"));
		save("malta", 1, form("Two"));
		// when, then
		assertOutdated(() -> save("harbour", 1, form("Three")));
		assertOutdated(() -> save("harbour", 0, form("Three")));
		assertOutdated(() -> save("harbour", 3, form("Three")));
		assertOutdated(() -> submit("harbour", 1, form("Three")));
		assertThat(draft()).isEqualTo("Two");
		assertThat(this.revisions.latest(this.key)).isEmpty();
		assertThat(this.update).isWaitingAtExactly("userTask_provideUpdate");
		assertThat(save("harbour", 2, form("Three")).version()).isEqualTo(3);
	}

	@Test
	void aVersionThatNeverWasIsRefused() {
		// when, then
		assertOutdated(() -> save("harbour", 7, form("From nowhere")));
		assertThat(this.drafts.find(this.key)).isEmpty();
	}

	@Test
	void aRequiredTextThatIsOnlyAPlaceholderIsRefusedThoughSaved() {
		// when, then
		for (String progress : List.of("TBC", "To be completed", "to be confirmed.", "  tbc  ", "")) {
			assertRefused(form(progress), "progress");
		}
		assertThat(save("harbour", 0, form("TBC")).version()).isEqualTo(1);
	}

	@Test
	void aPlaceholderInsideALongerTextIsPointedOutAndAccepted() {
		// given
		ObjectNode form = form("We met twice; the third date: TBC, in spring.");
		// when
		int revision = submit("harbour", 0, form);
		// then
		assertThat(revision).isEqualTo(1);
		assertThat(SubmissionCheck.warnings(form)).singleElement()
			.satisfies((warning) -> assertThat(warning.field()).isEqualTo("progress"));
	}

	@Test
	void aRequiredFieldThatIsMissingIsNamed() {
		// when, then
		for (String field : List.of("progress", "completion", "aims", "continuation", "plans")) {
			ObjectNode form = form("We met twice.");
			form.remove(field);
			assertRefused(form, field);
		}
	}

	@Test
	void everyLineThatIsNotAnsweredIsNamed() {
		// given
		planSays("Hold a conference.", "Write a handbook.");
		int asked = this.views.of(this.key, new Person(user("harbour"), "harbour", Set.of())).milestones().size();
		ObjectNode form = form("We met twice.");
		((ObjectNode) form.withArray("milestones").get(0)).put("outcome", "");
		// when, then
		assertThat(asked).isEqualTo(2);
		assertRefused(form, "milestones.0.outcome");
		form.remove("milestones");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit("harbour", 0, form))
			.satisfies((refused) -> assertThat(refused.problems()).hasSize(asked)
				.allSatisfy((problem) -> assertThat(problem.message()).contains("say where it stands")));
	}

	@Test
	void answersToLinesThatNobodyAskedAboutAreNotSubmitted() {
		// given
		planSays("Hold a conference.");
		// when
		submit("harbour", 0, form("We met twice."));
		// then
		UpdateView view = this.views.of(this.key, new Person(user("harbour"), "harbour", Set.of()));
		assertThat(view.revision().content().path("milestones")).hasSize(1);
		assertThat(view.revision().content().path("commitments")).isEmpty();
	}

	@Test
	void whatALaterSaveTookThePlaceOfIsTakenBack() {
		// given
		save("harbour", 0, form("A long text. ".repeat(40)));
		save("harbour", 1, form("Nearly nothing."));
		// when
		List<Draft> earlier = this.writing.earlier(this.key, user("malta"));
		Draft back = this.writing.takeBack(this.key, 2, earlier.get(0).version(), user("malta"));
		// then
		assertThat(earlier).singleElement()
			.satisfies((draft) -> assertThat(draft.content().path("progress").asText()).startsWith("A long text."));
		assertThat(back.version()).isEqualTo(3);
		assertThat(draft()).startsWith("A long text.");
		assertThat(this.earlier.of(this.key)).extracting((draft) -> draft.content().path("progress").asText())
			.first()
			.isEqualTo("Nearly nothing.");
		assertOutdated(() -> this.writing.takeBack(this.key, 2, 1, user("harbour")));
		assertNotAllowed(() -> this.writing.takeBack(this.key, 3, 1, user("inland")));
		assertNotAllowed(() -> this.writing.earlier(this.key, user("inland")));
	}

	@Test
	void typingOnDoesNotPushOutWhatMayBeMissed() {
		// given
		save("harbour", 0, form("The first words"));
		save("malta", 1, form("The words of another"));
		for (int version = 2; version < 40; version++) {
			save("malta", version, form("The words of another, and " + version));
		}
		// then
		assertThat(this.earlier.of(this.key)).extracting(Draft::savedBy).containsExactly(user("harbour"));
	}

	@Test
	void aTextThatIsReplacedByOneAsLongIsKept() {
		// given
		String lost = "Ministers met in Valletta and agreed.";
		String other = "Nobody came, so all of it fell away.";
		save("harbour", 0, form(lost));
		// when
		for (int version = 1; version < 30; version++) {
			save("harbour", version, form(other + " And on".repeat(version - 1)));
		}
		// then
		assertThat(earlierTexts()).containsExactly(lost);
	}

	@Test
	void writingForTenMinutesIsNotFiveKeystrokes() {
		// given
		String lost = "Ministers met in Valletta and agreed.";
		save("harbour", 0, form(lost));
		save("harbour", 1, form(""));
		String written = "The rectors' conference looked at recognition in twelve countries, teh first time since 2019.";
		// when typed with a save at every third key, a mistake, and another as it is read
		// again
		int version = 2;
		for (int typed = 3; typed < written.length(); typed += 3) {
			save("harbour", version++, form(written.substring(0, typed)));
		}
		String mended = written.replace("teh", "the");
		save("harbour", version++, form(mended));
		save("harbour", version++, form(mended.replace("rectors'", "rectors’")));
		save("harbour", version, form("Briefly: " + mended));
		// then
		assertThat(earlierTexts()).containsExactly(lost);
	}

	@Test
	void whatIsTakenAwayKeyByKeyIsKeptWholeAndOnce() {
		// given
		String lost = "It began with a pilot at three schools. It ended when the host withdrew from it.";
		save("harbour", 0, form(lost));
		// when
		int version = 1;
		for (int left = lost.length() - 4; left > 3; left -= 4) {
			save("harbour", version++, form(lost.substring(0, left)));
		}
		// then
		assertThat(earlierTexts()).containsExactly(lost);
	}

	private List<String> earlierTexts() {
		return this.earlier.of(this.key).stream().map((draft) -> draft.content().path("progress").asText()).toList();
	}

	@Test
	void fiveEarlierStatesAreKeptAndNoMore() {
		// given
		for (int version = 0; version < 9; version++) {
			save((version % 2 == 0) ? "harbour" : "malta", version, form("Text " + version));
		}
		// then
		assertThat(this.earlier.of(this.key)).extracting((draft) -> draft.content().path("progress").asText())
			.containsExactly("Text 7", "Text 6", "Text 5", "Text 4", "Text 3");
		submit("harbour", 9, form("All of it"));
		assertThat(this.earlier.of(this.key)).isEmpty();
	}

	@Test
	void aConcludedInitiativeNeedsNoPlans() {
		// given
		ObjectNode form = form("We are done.").put("continuation", "concluded");
		form.remove("plans");
		// when
		int revision = submit("harbour", 0, form);
		// then
		assertThat(revision).isEqualTo(1);
		assertThat(this.update).isWaitingAtExactly("callActivity_review");
	}

	@Test
	void misshapenContentIsNotEvenSaved() throws Exception {
		// given
		String tooLong = "\"%s\"".formatted("a".repeat(FieldShape.LONGEST_TEXT + 1));
		List<Map.Entry<String, String>> misshapen = List.of(Map.entry("weather", "\"fine\""),
				Map.entry("progress", "[\"We met\"]"), Map.entry("progress", tooLong),
				Map.entry("completion", "\"nearly\""), Map.entry("partners", "\"ASEF\""), Map.entry("partners", "[{}]"),
				Map.entry("answers", "[\"Yes\"]"), Map.entry("plans", "[\"Go on\"]"),
				Map.entry("plans", "[{\"who\": \"we\"}]"),
				Map.entry("commitments", "[{\"position\": 1, \"outcome\": \"perhaps\"}]"),
				Map.entry("media", "[{\"kind\": \"film\"}]"), Map.entry("links", "null"));
		// when, then
		for (Map.Entry<String, String> field : misshapen) {
			ObjectNode form = form("We met twice.");
			form.set(field.getKey(), new ObjectMapper().readTree(field.getValue()));
			assertThatExceptionOfType(Refused.class).as(field.toString())
				.isThrownBy(() -> save("harbour", 0, form))
				.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::field)
					.containsExactly(field.getKey()));
			assertRefused(form, field.getKey());
		}
		assertThat(this.drafts.find(this.key)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "inland", "thailand", "aes", "reviewer" })
	void whoDoesNotCoordinateTheInitiativeWritesNothing(String who) {
		// given
		save("harbour", 0, form("Ours"));
		// when, then
		assertNotAllowed(() -> save(who, 1, form("Theirs")));
		assertNotAllowed(() -> submit(who, 1, form("Theirs")));
		assertNotAllowed(() -> this.writing.assign(this.key, user(who), user(who)));
		assertNotAllowed(() -> this.writing.assign(this.key, null, user(who)));
		assertThat(draft()).isEqualTo("Ours");
		assertThat(this.update).isWaitingAtExactly("userTask_provideUpdate").task().isNotAssigned();
	}

	@ParameterizedTest
	@CsvSource({ "inland, false, false, false", "thailand, false, false, false", "harbour, true, true, true",
			"malta, true, true, true", "reviewer, true, false, false", "aes, true, true, false" })
	void draftsAreForTheirCoordinatorsAndTheSecretariatAndUpdatesForReviewersToo(String who, boolean reads,
			boolean readsDraft, boolean writes) {
		// given
		save("harbour", 0, form("Ours"));
		Set<String> groups = "reviewer".equals(who) ? Set.of("swg") : "aes".equals(who) ? Set.of("aes") : Set.of();
		Person person = new Person(user(who), who, groups);
		// when, then
		if (reads) {
			UpdateView view = this.views.of(this.key, person);
			assertThat(view.draft() != null).isEqualTo(readsDraft);
			assertThat(view.may().write()).isEqualTo(writes);
			assertThat(view.may().looksOn()).isEqualTo("aes".equals(who));
			assertThat(view.objectives()).isNotEmpty().allSatisfy((it) -> assertThat(it.text()).isNotBlank());
			assertThat(view.may().submit()).as("the lead").isEqualTo("harbour".equals(who));
		}
		else {
			assertNotAllowed(() -> this.views.of(this.key, person));
		}
	}

	@Test
	void theSecretariatLeavesAMarkWhereItReadsADraftOnceADay() {
		// given
		Person aes = new Person("aes", "aes", Set.of("aes"));
		this.views.of(this.key, aes);
		assertThat(readings()).as("nothing is written yet").isEmpty();
		save("harbour", 0, form("Ours"));
		// when
		this.views.of(this.key, aes);
		this.views.of(this.key, aes);
		this.texts.read(this.key, aes);
		this.views.of(this.key, new Person("another", "another", Set.of("aes")));
		this.views.of(this.key, new Person(user("reviewer"), "reviewer", Set.of("swg")));
		this.views.of(this.key, new Person(user("harbour"), "harbour", Set.of()));
		this.texts.read(this.key, new Person(user("harbour"), "harbour", Set.of()));
		// then
		assertThat(readings()).containsExactly("aes", "another");
		this.stage.later(86_400);
		this.texts.read(this.key, aes);
		assertThat(readings()).containsExactly("aes", "another", "aes");
	}

	private List<String> readings() {
		return this.jdbc.sql("select who from audit where act = 'read draft' and subject = :key order by id")
			.param("key", this.key.toString())
			.query(String.class)
			.list();
	}

	@Test
	void takingOverAndReleasingLeavesEveryCoordinatorWriting() {
		// when
		this.writing.assign(this.key, user("harbour"), user("harbour"));
		// then
		assertThat(this.update).task().isAssignedTo(user("harbour"));
		assertThat(save("malta", 0, form("By the other")).version()).isEqualTo(1);
		this.writing.assign(this.key, null, user("harbour"));
		assertThat(this.update).task().isNotAssigned();
	}

	@Test
	void whatLiesWithTheReviewersIsNotWrittenOn() {
		// given
		submit("harbour", 0, form("Ours"));
		// when, then
		assertConflict(() -> save("harbour", 0, form("More")));
		assertConflict(() -> submit("harbour", 0, form("More")));
		assertConflict(() -> this.writing.assign(this.key, user("harbour"), user("harbour")));
		this.reviewers.accept(this.cycle, TWO_COORDINATORS);
		assertConflict(() -> save("harbour", 0, form("More")));
	}

	@Test
	void afterTheEndOfGatheringADraftIsNotWrittenOn() {
		// given
		save("harbour", 0, form("Half of it"));
		this.stage.freeze(this.cycle);
		// when, then
		assertConflict(() -> save("harbour", 1, form("All of it")));
		assertConflict(() -> submit("harbour", 1, form("All of it")));
		assertThat(draft()).isEqualTo("Half of it");
	}

	@Test
	void whatWasNotAskedForIsNotWritten() {
		// given
		UpdateKey other = UpdateKey.of(this.cycle.value(), Troupe.ONE_COORDINATOR);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.writing.save(other, 0, form("Unasked"), user("harbour")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_FOUND));
	}

	private void assertConflict(Runnable act) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT));
	}

	private void assertOutdated(Runnable act) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.OUTDATED));
	}

	private void assertNotAllowed(Runnable act) {
		assertThatExceptionOfType(Refused.class).isThrownBy(act::run)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
	}

	private void assertRefused(ObjectNode form, String field) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit("harbour", 0, form)).satisfies((refused) -> {
			assertThat(refused.why()).isEqualTo(Refused.Why.INVALID);
			assertThat(refused.problems()).extracting(Problem::field).containsExactly(field);
		});
		assertThat(this.revisions.latest(this.key)).isEmpty();
		assertThat(this.update).isWaitingAtExactly("userTask_provideUpdate");
	}

	private UpdateView.May may(String who, String group) {
		return this.views.of(this.key, new Person(user(who), who, Set.of(group))).may();
	}

	private void planSays(String... milestones) {
		this.jdbc.sql("update cycle_initiative set milestones = :milestones where cycle = :cycle")
			.param("milestones", milestones)
			.param("cycle", this.cycle.value())
			.update();
	}

	private Draft save(String who, long seen, ObjectNode form) {
		return this.writing.save(this.key, seen, form, user(who));
	}

	private int submit(String who, long seen, ObjectNode form) {
		return this.writing.submit(this.key, seen, form, user(who));
	}

	private String draft() {
		return this.drafts.find(this.key).orElseThrow().content().path("progress").asText();
	}

	private String requests() {
		return "update_request where cycle = '%s'".formatted(this.cycle);
	}

	private String user(String who) {
		return this.troupe.user(who);
	}

}
