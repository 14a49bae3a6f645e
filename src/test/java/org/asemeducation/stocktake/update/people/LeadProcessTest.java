package org.asemeducation.stocktake.update.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.asemeducation.stocktake.update.people.LeadController.Led;
import org.asemeducation.stocktake.update.people.LeadController.Several;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where several parties coordinate an initiative all may write, and one submits.
 */
@ProcessTest
class LeadProcessTest {

	private static final String TWO = Troupe.TWO_COORDINATORS;

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
	private Extenders extenders;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Leading leading;

	@Autowired
	private LeadViews views;

	@Autowired
	private Cycles cycles;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void everybodyIsReachedAgain() {
		this.jdbc.sql("delete from unreachable where because = 'says a test of leads'").update();
	}

	@Test
	void theFirstNamedSubmitsAndTheOthersWriteForThem() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		// when
		this.coordinators.save(cycle, TWO, "malta", "Our half");
		// then
		assertRefused(cycle, "malta", "Only HU can submit the update of A01-I02 until the end of ");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.answerers.answer(cycle, TWO, "malta", "concluded", "It is over."))
			.withMessageContaining("Only HU can submit");
		assertThat(this.coordinators.standing(cycle, TWO)).isEqualTo("requested");
		assertThat(this.coordinators.mayWrite(cycle, TWO, "malta")).isEqualTo("write");
		assertThat(this.coordinators.mayWrite(cycle, TWO, "harbour")).isEqualTo("submit");
		assertThat(this.coordinators.submit(cycle, TWO, "harbour", "Both halves")).isOne();
	}

	@Test
	void whoIsAloneIsAskedNothingAboutLeads() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		// when, then
		assertThat(this.views.of(key(cycle, Troupe.ONE_COORDINATOR), person("harbour")).lead()).isNull();
		assertThat(this.views.several(cycle, "").found()).isZero();
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.leading.decline(key(cycle, Troupe.ONE_COORDINATOR), this.troupe.user("harbour")))
			.withMessageContaining("has no lead");
	}

	@Test
	void theFirstHundredAreShownAndOthersAreFound() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		this.jdbc
			.sql("""
					insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					    coordinators)
					select :cycle, 'Z03-I' || to_char(n, 'FM000'), 1000 + n, 1, 'Act', 'Shared ' || n, false, 'adopted', 'Harbour University'
					from generate_series(1, 100) n""")
			.param("cycle", cycle.value())
			.update();
		this.jdbc.sql("""
				insert into coordination (initiative, party, role, position)
				select i.initiative, k.party, k.role, k.position from cycle_initiative i, coordination k
				where i.cycle = :cycle and i.initiative like 'Z03-I%' and k.initiative = :two""")
			.param("cycle", cycle.value())
			.param("two", TWO)
			.update();
		// when
		Several all = this.views.several(cycle, "");
		Several last = this.views.several(cycle, "SHARED 100");
		Several theirs = this.views.several(cycle, "harbour");
		this.leading.decline(key(cycle, TWO), this.troupe.user("harbour"));
		this.jdbc.sql("update cycle_initiative set position = 5000 where cycle = :cycle and initiative = :two")
			.param("cycle", cycle.value())
			.param("two", TWO)
			.update();
		Several declined = this.views.several(cycle, "");
		this.jdbc.sql("delete from coordination where initiative like 'Z03-I%'").update();
		this.jdbc.sql("delete from cycle_initiative where initiative like 'Z03-I%'").update();
		// then
		assertThat(all.found()).isEqualTo(101);
		assertThat(all.leads()).hasSize(100).first().returns(TWO, Led::initiative);
		assertThat(theirs.found()).isEqualTo(101);
		assertThat(declined.leads()).hasSize(100).first().returns(TWO, Led::initiative).returns(true, Led::declined);
		assertThat(last.found()).isOne();
		assertThat(last.leads()).extracting(Led::initiative).containsExactly("Z03-I100");
	}

	@Test
	void theSecretariatSettlesAnotherLeadBeforeTheRequestsGoOut() {
		// given
		CycleName cycle = this.stage.openWith(List.of(TWO));
		Led proposed = this.views.several(cycle, "").leads().get(0);
		assertThat(proposed.settled()).isFalse();
		assertThat(proposed.parties()).extracting(LeadController.Choice::label).containsExactly("HU", "Malta");
		assertThat(proposed.lead()).isEqualTo(proposed.parties().get(0).id());
		// when
		this.leading.settle(key(cycle, TWO), proposed.parties().get(1).id(), this.troupe.user("aes"));
		this.stage.gather(cycle);
		// then
		assertThat(this.views.several(cycle, "").leads()).singleElement().satisfies((led) -> {
			assertThat(led.lead()).isEqualTo(proposed.parties().get(1).id());
			assertThat(led.settled()).isTrue();
		});
		assertRefused(cycle, "harbour", "Only Malta can submit");
		assertThat(this.coordinators.submit(cycle, TWO, "malta", "All of it")).isOne();
		assertThat(this.jdbc
			.sql("select before || ' > ' || after from audit where act = 'settle lead' and subject = :about")
			.param("about", cycle + "/" + TWO)
			.query(String.class)
			.list()).containsExactly("HU > Malta");
	}

	@Test
	void onlyWhoCoordinatesCanBeTheLead() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		// when, then
		for (Long party : Arrays.asList(null, -1L, this.troupe.party("II").id().value())) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.leading.settle(key(cycle, TWO), party, this.troupe.user("aes")));
		}
		assertThat(this.views.several(cycle, "").leads().get(0).settled()).isFalse();
	}

	@Test
	void aLeadThatCannotSubmitLetsTheOthers() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.leading.decline(key(cycle, TWO), this.troupe.user("malta")))
			.withMessageContaining("Only HU can say this");
		// when
		this.leading.decline(key(cycle, TWO), this.troupe.user("harbour"));
		// then
		assertThat(this.views.of(key(cycle, TWO), person("malta")).open()).isEqualTo("declined");
		assertThat(this.coordinators.submit(cycle, TWO, "malta", "All of it")).isOne();
	}

	@Test
	void aNewLeadIsNotTheOneThatDeclined() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		this.leading.decline(key(cycle, TWO), this.troupe.user("harbour"));
		// when
		this.leading.settle(key(cycle, TWO), this.troupe.party("Malta").id().value(), this.troupe.user("aes"));
		// then
		assertRefused(cycle, "harbour", "Only Malta can submit");
	}

	@Test
	void whereMailDoesNotReachTheLeadTheOthersSubmit() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		assertRefused(cycle, "malta", "Only HU can submit");
		// when
		this.jdbc.sql("""
				insert into unreachable (contact, address, since, because)
				select id, email, now(), 'says a test of leads' from contact where email = :email""")
			.param("email", Troupe.address("harbour"))
			.update();
		// then
		assertThat(this.views.of(key(cycle, TWO), person("malta")).open()).isEqualTo("not-reached");
		assertThat(this.coordinators.submit(cycle, TWO, "malta", "All of it")).isOne();
	}

	@Test
	void onceTheDeadlineIsOverAnyOfThemSubmits() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		Instant deadline = this.cycles.get(cycle).endOf(DeadlineKind.DEADLINE);
		to(deadline.minusSeconds(60));
		assertRefused(cycle, "malta", "Only HU can submit");
		// when
		to(deadline.plusSeconds(1));
		// then
		assertThat(this.views.of(key(cycle, TWO), person("malta")).open()).isEqualTo("over");
		assertThat(this.coordinators.submit(cycle, TWO, "malta", "All of it")).isOne();
		this.reviewers.giveBack(cycle, TWO, "Which years?");
		assertThat(this.coordinators.submit(cycle, TWO, "malta", "All of it in 2030")).isEqualTo(2);
	}

	@Test
	void moreTimeForTheUpdateIsMoreTimeForItsLead() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		this.extenders.grant(cycle, TWO, this.cycles.get(cycle).date(DeadlineKind.DEADLINE).plusDays(5));
		// when
		to(this.cycles.get(cycle).endOf(DeadlineKind.DEADLINE).plusSeconds(1));
		// then
		assertRefused(cycle, "malta", "Only HU can submit");
	}

	@Test
	void mailsSayWhoSubmits() {
		// when
		CycleName cycle = this.stage.gathering(TWO, Troupe.ONE_COORDINATOR);
		List<OutgoingMail> mails = this.post.deliver(cycle);
		// then
		assertThat(words(mails, "malta")).contains("HU submits it; what you write is saved for them.");
		assertThat(words(mails, "harbour")).containsOnlyOnce("You submit it for all who coordinate it.");
	}

	@Test
	void theMailAboutWhatCameBackSaysWhoSubmitsToo() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		this.coordinators.submit(cycle, TWO, "harbour", "We met");
		this.post.deliver(cycle);
		// when
		this.reviewers.giveBack(cycle, TWO, "Which years?");
		List<OutgoingMail> mails = this.post.deliver(cycle);
		// then
		assertThat(words(mails, "malta")).contains("HU submits it; what you write is saved for them.");
		assertThat(words(mails, "harbour")).contains("You submit it for all who coordinate it.");
	}

	private static String words(List<OutgoingMail> mails, String who) {
		return mails.stream()
			.filter((mail) -> mail.recipient().equals(Troupe.address(who)))
			.findFirst()
			.orElseThrow()
			.text()
			.replaceAll("\\s+", " ");
	}

	private void assertRefused(CycleName cycle, String who, String sentence) {
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.coordinators.submit(cycle, TWO, who, "In its stead"))
			.withMessageContaining(sentence)
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
	}

	private Person person(String who) {
		return new Person(this.troupe.user(who), who, Set.of());
	}

	private void to(Instant moment) {
		this.stage.later(Duration.between(this.stage.now(), moment).toSeconds());
	}

	private static UpdateKey key(CycleName cycle, String initiative) {
		return UpdateKey.of(cycle.value(), initiative);
	}

}
