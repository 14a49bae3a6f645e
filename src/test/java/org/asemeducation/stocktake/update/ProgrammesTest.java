package org.asemeducation.stocktake.update;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.review.Reviewers;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.asemeducation.stocktake.update.Coordinators.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What rows of one programme have in common is written once.
 */
@ProcessTest
class ProgrammesTest {

	@Autowired
	private Stage stage;

	@Autowired
	private Troupe troupe;

	@Autowired
	private DeskController desk;

	@Autowired
	private IdentityService identities;

	@Autowired
	private Register register;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Writing writing;

	@Autowired
	private Programmes programmes;

	@Autowired
	private Revisions revisions;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private UpdateKey first;

	private UpdateKey second;

	@BeforeEach
	void oneProgrammeStandsUnderTwoActions() {
		this.troupe.recast(TWO_COORDINATORS);
		coordinate("HU");
		this.cycle = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS);
		this.first = UpdateKey.of(this.cycle.value(), ONE_COORDINATOR);
		this.second = UpdateKey.of(this.cycle.value(), TWO_COORDINATORS);
		this.jdbc.sql(
				"update cycle_initiative set programme = 'duo', milestones = array['Of ' || initiative] where cycle = :c")
			.param("c", this.cycle.value())
			.update();
	}

	@Test
	void theSecondRowTakesWhatTheFirstSaysAndKeepsItsOwn() {
		// given
		save(this.first, 0, form("Written once."));
		// when
		submit(this.second, 0, null, own());
		// then
		ObjectNode content = this.revisions.latest(this.second).orElseThrow().content();
		assertThat(content.path("progress").asText()).isEqualTo("Written once.");
		assertThat(content.path("completion").asText()).isEqualTo("partly-completed");
		assertThat(content.at("/milestones/0/outcome").asText()).isEqualTo("dropped");
		assertThat(content.at("/plans/0/activity").asText()).isEqualTo("The second row goes on");
		assertThat(this.revisions.latest(this.first)).isEmpty();
	}

	@Test
	void itTakesWhatWasSubmittedOnceThereIsNoDraft() {
		// given
		submit(this.first, 0, null, form("Submitted once."));
		this.reviewers.accept(this.cycle, ONE_COORDINATOR);
		// when
		submit(this.second, 0, "revision-1", own());
		// then
		assertThat(this.revisions.latest(this.second).orElseThrow().content().path("progress").asText())
			.isEqualTo("Submitted once.");
	}

	@Test
	void whatIsMissingInTheFirstRowIsNamedThere() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(this.second, 0, null, own()))
			.satisfies((refused) -> assertThat(refused.problems()).isNotEmpty()
				.allSatisfy((problem) -> assertThat(problem.field()).isEqualTo("common"))
				.extracting(Problem::message)
				.allMatch((message) -> message.endsWith("It is written in A01-I01.")));
		assertThat(this.revisions.latest(this.second)).isEmpty();
	}

	@Test
	void whatItsWriterHasNotSeenIsNotSubmitted() {
		// given
		save(this.first, 0, form("As it was seen."));
		save(this.first, 1, form("As a colleague has it now."));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> submit(this.second, 0, "draft-1", own()))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.OUTDATED));
		assertThat(this.revisions.latest(this.second)).isEmpty();
		assertThat(submit(this.second, 0, "draft-2", own())).isEqualTo(1);
	}

	@Test
	void aCommonFieldThatIsSentInTheSecondRowDoesNotCount() {
		// given
		save(this.first, 0, form("Of the first row."));
		// when
		submit(this.second, 0, null, own().put("progress", "Smuggled in").put("challenges", "Smuggled in"));
		// then
		assertThat(this.revisions.latest(this.second).orElseThrow().content().toString()).doesNotContain("Smuggled");
	}

	@Test
	void whatWasBegunInTheSecondRowIsNotHiddenByTheFirst() {
		// given
		save(this.second, 0, form("Begun in the second row."));
		// when, then
		assertThat(this.programmes.common(this.second)).isEmpty();
		assertThat(this.programmes.alsoFor(this.second)).containsExactly(ONE_COORDINATOR);
		submit(this.first, 0, null, own());
		assertThat(this.revisions.latest(this.first).orElseThrow().content().path("progress").asText())
			.isEqualTo("Begun in the second row.");
	}

	@Test
	void whereCoordinatorsDifferEachRowStandsOnItsOwn() {
		// given
		coordinate("HU", "Malta");
		// when, then
		assertThat(this.programmes.common(this.second)).isEmpty();
		assertThat(this.programmes.alsoFor(this.first)).isEmpty();
		submit(this.second, 0, null, form("Ours alone."));
		assertThat(this.revisions.latest(this.second)).isPresent();
	}

	@Test
	void theFirstRowSaysForWhichOthersItIsWritten() {
		assertThat(this.programmes.common(this.first)).isEmpty();
		assertThat(this.programmes.alsoFor(this.first)).containsExactly(TWO_COORDINATORS);
		assertThat(this.programmes.alsoFor(this.second)).isEmpty();
		assertThat(this.programmes.common(this.second)).get()
			.satisfies((common) -> assertThat(common.initiative()).isEqualTo(ONE_COORDINATOR));
	}

	@Test
	void whoHelpsWithOneRowIsLinkedToNoOther() {
		// given
		this.jdbc.sql("""
				insert into helper (initiative, contact, party, may_submit, ends_at, asked_at, asked_by)
				select :initiative, c.id, k.party, false, :ends, :now, 'aes' from contact c
				join coordination k on k.initiative = :initiative and k.role = 'coordinator'
				where c.user_id = :user""")
			.param("initiative", TWO_COORDINATORS)
			.param("ends", this.stage.now().plus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC))
			.param("now", this.stage.now().atOffset(ZoneOffset.UTC))
			.param("user", this.troupe.user("inland"))
			.update();
		// when, then
		assertThat(desk("inland").mayOpenOthers()).isFalse();
		assertThat(desk("harbour").mayOpenOthers()).isTrue();
		this.jdbc.sql("delete from helper where initiative = :initiative and asked_by = 'aes'")
			.param("initiative", TWO_COORDINATORS)
			.update();
	}

	@Test
	void theSecretariatLeavesAMarkWhereItReadsTheDraftOfAnotherRow() {
		// given
		this.identities.createMembership(this.troupe.user("thailand"), "aes");
		try {
			assertThat(desk("thailand").common().isDraft()).isFalse();
			assertThat(readings()).isZero();
			this.writing.save(this.first, 0, form("Written once"), this.troupe.user("harbour"));
			// when
			desk("harbour");
			assertThat(readings()).isZero();
			assertThat(desk("thailand").common().isDraft()).isTrue();
			// then
			assertThat(readings()).isEqualTo(1);
		}
		finally {
			this.identities.deleteMembership(this.troupe.user("thailand"), "aes");
		}
	}

	private int readings() {
		return this.jdbc.sql("select count(*) from audit where act = 'read draft' and subject = :key")
			.param("key", this.first.toString())
			.query(Integer.class)
			.single();
	}

	@Test
	void partiesAreOfferedByNameAndByAcronym(@Autowired JdbcClient jdbc) {
		assertThat(desk("harbour").parties()).isNotEmpty()
			.containsAll(jdbc.sql("select name from party").query(String.class).list())
			.containsAll(jdbc.sql("select acronym from party where acronym is not null").query(String.class).list());
	}

	private DeskController.Desk desk(String who) {
		return deskOf(this.troupe.user(who));
	}

	private DeskController.Desk deskOf(String userId) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(userId, null, List.of()));
		try {
			return this.desk.show(this.cycle.value(), TWO_COORDINATORS);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private static ObjectNode own() {
		ObjectNode own = JsonNodeFactory.instance.objectNode();
		own.putArray("milestones").addObject().put("position", 1).put("outcome", "dropped");
		own.putArray("plans").addObject().put("activity", "The second row goes on");
		return own;
	}

	private void coordinate(String... parties) {
		this.register.coordinate(TWO_COORDINATORS,
				List.of(parties)
					.stream()
					.map((label) -> new Coordination(this.troupe.party(label).id(), "coordinator",
							List.of(parties).indexOf(label) + 1))
					.toList());
	}

	private void save(UpdateKey key, long seen, ObjectNode content) {
		this.writing.save(key, seen, content, this.troupe.user("harbour"));
	}

	private int submit(UpdateKey key, long seen, String common, ObjectNode content) {
		return this.writing.submit(key, seen, common, content, this.troupe.user("harbour"));
	}

}
