package org.asemeducation.stocktake.notification.help;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.extension.Grant;
import org.asemeducation.stocktake.update.handover.Successor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the secretariat does for coordinators by the entry "Help a coordinator".
 */
@ProcessTest
class HelpProcessTest {

	private static final String ONE = Troupe.ONE_COORDINATOR;

	private static final String TWO = Troupe.TWO_COORDINATORS;

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Helping helping;

	@Autowired
	private HelpChoices choices;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Cycles cycles;

	@Autowired
	private DaysOfUpdates days;

	@Autowired
	private Register register;

	@Autowired
	private Rights rights;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void severalGetMoreTimeAndWhoCannotIsLeftAloneWithTheReason() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO);
		this.post.deliver(cycle);
		this.coordinators.submit(cycle, TWO, "harbour", "In time");
		LocalDate until = this.cycles.get(cycle).date(DeadlineKind.DEADLINE).plusDays(5);
		Help both = moreTime(until, ONE, TWO);
		// when
		Helping.Preview preview = this.helping.preview(cycle, both, aes());
		// then
		assertThat(preview.helped()).containsExactly(ONE);
		assertThat(preview.refused()).extracting(Given.Refusal::initiative).containsExactly(TWO);
		assertThat(preview.refused().get(0).why()).contains("lies with the reviewers");
		assertThat(preview.mails()).extracting(NewMails.Mailed::email).containsExactly(Troupe.address("harbour"));
		assertThat(day(cycle, ONE)).isBefore(until);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.helping.give(cycle, both, aes()))
			.withMessageStartingWith("Nothing is done, for " + TWO);
		assertThat(day(cycle, ONE)).isBefore(until);
		assertThat(acts(cycle)).isEmpty();
		// when
		this.helping.give(cycle, moreTime(until, ONE), aes());
		// then
		assertThat(day(cycle, ONE)).isEqualTo(until);
		assertThat(acts(cycle)).containsExactly("give more time: 1: " + ONE);
		assertThat(this.path.of("helpCoordinator", key(cycle))).containsExactly("startEvent_helpChosen",
				"serviceTask_auditAct", "endEvent_helpGiven");
	}

	@Test
	void whoIsRemindedNowGetsOneMailAndNoSecondOneThatDay() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO);
		this.post.deliver(cycle);
		Help both = remind(ONE, TWO);
		// when
		Helping.Preview preview = this.helping.preview(cycle, both, aes());
		// then
		assertThat(preview.helped()).containsExactlyInAnyOrder(ONE, TWO);
		assertThat(preview.mails()).extracting(NewMails.Mailed::email, NewMails.Mailed::initiatives)
			.contains(tuple(Troupe.address("harbour"), ONE + ", " + TWO));
		assertThat(this.post.deliver(cycle)).isEmpty();
		// when
		this.helping.give(cycle, both, aes());
		// then
		List<OutgoingMail> sent = this.post.deliver(cycle);
		assertThat(sent).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrderElementsOf(preview.mails().stream().map(NewMails.Mailed::email).toList());
		assertThat(sent.get(0).text()).contains(TWO);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.helping.give(cycle, remind(ONE), aes()))
			.withMessageContaining("Nobody who coordinates it would be written to");
		assertThat(this.helping.preview(cycle, remind(ONE), aes()).leftOut()).extracting(Given.LeftOut::why)
			.contains("They are reminded of it today already.");
		assertThat(this.post.deliver(cycle)).isEmpty();
	}

	@Test
	void whoWantsNoMailIsLeftOutByName() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.post.deliver(cycle);
		Contact harbour = contact("harbour");
		this.jdbc.sql("update contact set no_mail = true where id = :contact")
			.param("contact", harbour.id().value())
			.update();
		// when
		Helping.Preview preview = this.helping.preview(cycle, remind(ONE), aes());
		this.jdbc.sql("update contact set no_mail = false where id = :contact")
			.param("contact", harbour.id().value())
			.update();
		// then
		assertThat(preview.mails()).extracting(NewMails.Mailed::email).doesNotContain(harbour.email());
		assertThat(preview.leftOut()).filteredOn((one) -> one.contact() == harbour.id().value())
			.singleElement()
			.satisfies((one) -> assertThat(one.why()).startsWith("They receive no mail"));
	}

	@Test
	void whoDoesNotReceiveMailIsLeftOutByName() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.post.deliver(cycle);
		Contact harbour = contact("harbour");
		this.jdbc.sql("""
				insert into unreachable (contact, since, because, address) values (:contact, now(), 'unknown', 'x')""")
			.param("contact", harbour.id().value())
			.update();
		// when
		Helping.Preview preview = this.helping.preview(cycle, remind(ONE), aes());
		this.jdbc.sql("delete from unreachable where contact = :contact")
			.param("contact", harbour.id().value())
			.update();
		// then
		assertThat(preview.leftOut()).extracting(Given.LeftOut::name).contains(harbour.name());
		assertThat(preview.mails()).extracting(NewMails.Mailed::email).doesNotContain(harbour.email());
	}

	@Test
	void somebodyElseTakesOverWithoutHavingBeenAskedFor() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		this.post.deliver(cycle);
		Long harbour = contact("harbour").id().value();
		Successor successor = new Successor(null, null, "Ida Land", "ida@stage.example", "They have moved");
		Help help = new Help("hand-over", List.of(ONE), null, harbour, successor, this.troupe.party("II").name(), null);
		Help toNobody = new Help("hand-over", List.of(ONE), null, harbour, successor, "The Nobodies", null);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.helping.give(cycle, toNobody, aes()))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::message)
				.containsExactly(
						"\"The Nobodies\" is no party of the register: write its name or acronym as the register does, or enter it there first."));
		// when
		this.helping.give(cycle, help, aes());
		// then
		Contact ida = this.register.contactByEmail("ida@stage.example").orElseThrow();
		assertThat(this.rights.coordinatingAs(ida.userId(), ONE)).isNotEmpty();
		assertThat(this.rights.coordinatingAs(this.troupe.user("harbour"), ONE)).isEmpty();
		assertThat(this.jdbc.sql("select arranged_by from hand_over where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.list()).containsExactly(aes());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.helping.give(cycle, help, aes()))
			.withMessageContaining("does not coordinate");
		this.register.remove(ida.id());
		this.troupe.recast(ONE);
	}

	@Test
	void onlyWhoCoordinatesWhatIsChosenCouldHandOver() {
		CycleName cycle = this.stage.gathering(ONE, TWO);
		HelpChoices.People people = this.choices.people(cycle, List.of(ONE));
		assertThat(people.speakers()).isNotEmpty()
			.allSatisfy((speaker) -> assertThat(speaker.initiatives().split(" ")).containsExactly(ONE))
			.extracting(HelpChoices.Speaker::contact)
			.contains(contact("harbour").id().value());
		assertThat(people.parties()).isNotEmpty();
		assertThat(this.choices.people(cycle, List.of()).speakers()).isEmpty();
	}

	@Test
	void draftsThatWereLeftAreAcceptedTogether() {
		// given
		CycleName cycle = this.stage.gathering(ONE, TWO);
		this.coordinators.save(cycle, ONE, "harbour", "Written and left");
		this.stage.freeze(cycle);
		this.coordinators.decide(cycle, java.util.Map.of(ONE, "leave-out"));
		Help both = new Help("accept-late", List.of(ONE, TWO), null, null, null, null, "They called");
		// when
		Helping.Preview preview = this.helping.preview(cycle, both, aes());
		// then
		assertThat(preview.helped()).containsExactly(ONE);
		assertThat(preview.refused().get(0).why()).startsWith("Nobody has left a draft of " + TWO);
		// when
		this.helping.give(cycle, new Help("accept-late", List.of(ONE), null, null, null, null, "They called"), aes());
		// then
		assertThat(this.coordinators.standing(cycle, ONE)).isEqualTo("accepted");
	}

	@Test
	void theSecretariatBeginsToEnterForThem() {
		// given
		CycleName cycle = this.stage.gathering(ONE);
		// when
		this.helping.give(cycle, new Help("enter", List.of(ONE), null, null, null, null, null), aes());
		// then
		assertThat(acts(cycle)).containsExactly("enter for them: 1: " + ONE);
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.helping.give(cycle, new Help("enter", List.of(ONE), null, null, null, null, null), aes()))
			.withMessageContaining("is being entered already");
	}

	@Test
	void nothingIsDoneWithoutAnActOrAnInitiative() {
		CycleName cycle = this.stage.gathering(ONE);

		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.helping.preview(cycle, new Help("dance", List.of(ONE), null, null, null, null, null), aes()))
			.satisfies((refused) -> assertThat(refused.problems().get(0).message()).isEqualTo("Choose what to do."));
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.helping.preview(cycle, new Help("remind", List.of(), null, null, null, null, null), aes()))
			.satisfies((refused) -> assertThat(refused.problems().get(0).message())
				.isEqualTo("Choose at least one initiative."));
	}

	private static Help moreTime(LocalDate until, String... initiatives) {
		return new Help("more-time", List.of(initiatives), new Grant(until, "Their data come late", false), null, null,
				null, null);
	}

	private static Help remind(String... initiatives) {
		return new Help("remind", List.of(initiatives), null, null, null, null, null);
	}

	private LocalDate day(CycleName cycle, String initiative) {
		return this.days.of(UpdateKey.of(cycle.value(), initiative)).deadline();
	}

	private List<String> acts(CycleName cycle) {
		return this.jdbc.sql("select act || ': ' || after from audit where starts_with(subject, :key) order by id")
			.param("key", cycle + "/desk/")
			.query(String.class)
			.list();
	}

	private String key(CycleName cycle) {
		return this.jdbc.sql("select about || '/desk/' || id from desk_act where about = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.single();
	}

	private Contact contact(String name) {
		return this.register.contactByEmail(Troupe.address(name)).orElseThrow();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
