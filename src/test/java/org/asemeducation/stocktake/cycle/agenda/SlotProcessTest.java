package org.asemeducation.stocktake.cycle.agenda;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Coordinators ask for time at a meeting, the AES answers, and both are mailed.
 */
@ProcessTest
class SlotProcessTest {

	private static final String TWO = Troupe.TWO_COORDINATORS;

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private AskingForSlot asking;

	@Autowired
	private Slots slots;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void openACycle() {
		this.cycle = this.stage.open();
	}

	@Test
	void whatIsAskedForGoesToTheSecretariatAndItsAnswerToAllCoordinators() {
		// when
		ask("malta", SOM1);
		List<OutgoingMail> asked = this.post.deliver(this.cycle);
		give(slot().id());
		List<OutgoingMail> answered = this.post.deliver(this.cycle);
		// then
		assertThat(asked).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("aes"));
			assertThat(flat(mail)).contains("malta asks for 10 minutes at SOM1, for A01-I02 Two coordinators",
					"A harbour for all", "/desk/meetings/%s/SOM1/slots".formatted(this.cycle));
		});
		assertThat(answered).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(answered).allSatisfy((mail) -> {
			assertThat(mail.subject()).isEqualTo(this.cycle + ": your slot at SOM1 is given");
			assertThat(flat(mail)).contains("you have 8 minutes at SOM1 for \"A harbour for all\": first day, 14:30.");
		});
		assertThat(slot().isGiven()).isTrue();
	}

	@Test
	void theSecretariatPutsItsAnswersInWordsOfItsOwn() {
		// given
		this.jdbc.sql("""
				insert into mail_template (name, language, version, source, saved_at, saved_by)
				values ('slot-answered', 'en', 1, 'Subject: {{cycle}}: about {{called}}

				{{to}}: {{minutes}}, {{at}} ({{id}} {{title}}, asked: {{asked}}).
				{{#because}}{{line}}{{/because}}', now(), 'aes')""").update();
		try {
			ask("malta", SOM1);
			this.post.deliver(this.cycle);
			// when
			give(slot().id());
			// then
			assertThat(this.post.deliver(this.cycle)).hasSize(2)
				.allSatisfy((mail) -> assertThat(mail.subject()).isEqualTo(this.cycle + ": about A harbour for all"))
				.anySatisfy((mail) -> assertThat(flat(mail)).startsWith(
						"malta (Malta): 8 minutes, first day, 14:30 (A01-I02 Two coordinators, asked: 10 minutes)."));
		}
		finally {
			this.jdbc.sql("delete from mail_template where name = 'slot-answered'").update();
		}
	}

	@Test
	void thatThereIsNoSlotIsSaidWithItsReason() {
		// given
		ask("malta", SOM1);
		this.post.deliver(this.cycle);
		// when
		this.asking.answer(this.cycle, SOM1, slot().id(), new SlotAnswer(false, null, "", "The day is full."), aes());
		// then
		assertThat(this.post.deliver(this.cycle)).hasSize(2).allSatisfy((mail) -> {
			assertThat(mail.subject()).endsWith("your slot at SOM1 is not given");
			assertThat(flat(mail)).contains("The day is full.");
		});
		assertThat(slot().state()).isEqualTo("refused");
	}

	@Test
	void aQuestionIsWithdrawnUntilItIsAnswered() {
		// given
		ask("malta", SOM1);
		long first = slot().id();
		// when another coordinator of the initiative withdraws it, and asks anew
		this.asking.withdraw(this.cycle, TWO, first, person("harbour"));
		ask("harbour", SOM1);
		Slot second = this.slots.at(this.cycle, SOM1).get(1);
		give(second.id());
		// then
		assertThat(slot().state()).isEqualTo("withdrawn");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> give(first))
			.withMessageContaining("was answered or withdrawn already");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.asking.withdraw(this.cycle, TWO, second.id(), person("malta")))
			.withMessageContaining("was answered or withdrawn already");
		assertThat(this.slots.at(this.cycle, SOM1)).extracting(Slot::state).containsExactly("withdrawn", "given");
	}

	@Test
	void oneQuestionForEachMeetingWaitsAtATime() {
		// given
		ask("malta", SOM1);
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> ask("harbour", SOM1))
			.withMessageContaining("a slot for A01-I02 at SOM1 waits for its answer already");
		ask("harbour", SOM2);
		assertThat(this.asking.about(this.cycle, TWO, person("malta"))).extracting(Slot::meeting)
			.containsExactly(SOM1, SOM2);
	}

	@Test
	void afterTheMeetingNothingIsAskedAndNothingAnswered() {
		// given
		ask("malta", ISOM);
		this.officials.hold(this.cycle, ISOM);
		this.officials.drop(this.cycle, SOM2);
		// when, then
		assertThat(this.asking.toCome(this.cycle)).extracting(Meeting::kind).containsExactly(SOM1, MeetingKind.ASEMME);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> ask("harbour", ISOM))
			.withMessage("Nothing is asked: ISOM of %s was held.", this.cycle);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> ask("harbour", SOM2))
			.withMessage("Nothing is asked: SOM2 of %s was dropped.", this.cycle);
		Slot open = this.slots.at(this.cycle, ISOM).get(0);
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.asking.answer(this.cycle, ISOM, open.id(), new SlotAnswer(true, 5, "first day", ""), aes()))
			.withMessage("Nothing is answered: ISOM of %s was held.", this.cycle);
		assertThat(this.slots.at(this.cycle, ISOM)).extracting(Slot::state).containsExactly("open");
	}

	@Test
	void onlyThoseWhoCoordinateItAsk() {
		// when, then
		for (String person : List.of("inland", "reviewer", "aes")) {
			assertThatExceptionOfType(Refused.class).as(person)
				.isThrownBy(() -> ask(person, SOM1))
				.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		}
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.asking.about(this.cycle, TWO, person("inland")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		ask("malta", SOM1);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.asking.withdraw(this.cycle, TWO, slot().id(), person("inland")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.asking.withdraw(this.cycle, Troupe.ONE_COORDINATOR, slot().id(), person("harbour")))
			.withMessage("There is no such slot.");
		assertThat(slot().isOpen()).isTrue();
		assertThat(this.asking.about(this.cycle, TWO, person("reviewer"))).hasSize(1);
	}

	@Test
	void twoAnswersInTheSameMomentAreOne() {
		// given
		ask("malta", SOM1);
		long id = slot().id();
		this.post.deliver(this.cycle);
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> give(id),
				() -> this.asking.answer(this.cycle, SOM1, id, new SlotAnswer(false, null, "", "Full"), aes()));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("was answered or withdrawn already");
		assertThat(slot().isGiven()).isTrue();
		assertThat(this.post.deliver(this.cycle)).hasSize(2)
			.allSatisfy((mail) -> assertThat(mail.subject()).endsWith("is given"));
	}

	@Test
	void withdrawnAndAnsweredInTheSameMomentIsOneOfBoth() {
		// given
		ask("malta", SOM1);
		long id = slot().id();
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("slot where id = %d".formatted(id),
				() -> this.asking.withdraw(this.cycle, TWO, id, person("malta")), () -> give(id));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("was answered or withdrawn already");
		assertThat(slot().state()).isEqualTo("withdrawn");
	}

	@ParameterizedTest
	@CsvSource({ "0, A title, Why, minutes", "241, A title, Why, minutes", "10, ' ', Why, title",
			"10, A title, ' ', purpose" })
	void whatIsMissingIsSaidAtItsField(int minutes, String title, String purpose, String field) {
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(
					() -> this.asking.ask(this.cycle, TWO, new NewSlot(SOM1, title, minutes, purpose), person("malta")))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
				.containsExactly(field));
		assertThat(this.slots.at(this.cycle, SOM1)).isEmpty();
	}

	@Test
	void anAnswerSaysWhenOrWhyNot() {
		// given
		ask("malta", SOM1);
		// when, then
		for (SlotAnswer answer : List.of(new SlotAnswer(true, 10, " ", ""), new SlotAnswer(true, null, "At noon", ""),
				new SlotAnswer(false, 10, "At noon", " "))) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.asking.answer(this.cycle, SOM1, slot().id(), answer, aes()))
				.withMessageStartingWith("Nothing is answered: ");
		}
		assertThat(slot().isOpen()).isTrue();
	}

	private void ask(String name, MeetingKind kind) {
		this.asking.ask(this.cycle, TWO, new NewSlot(kind, "A harbour for all", 10, "To find a host."), person(name));
	}

	private void give(long id) {
		this.asking.answer(this.cycle, SOM1, id, new SlotAnswer(true, 8, "first day, 14:30", ""), aes());
	}

	private Slot slot() {
		return this.slots.at(this.cycle, SOM1).get(0);
	}

	private static String flat(OutgoingMail mail) {
		return mail.text().replaceAll("\\s+", " ");
	}

	private Person person(String name) {
		Set<String> groups = switch (name) {
			case "aes" -> Set.of("aes");
			case "reviewer" -> Set.of("swg");
			default -> Set.of("party");
		};
		return new Person(this.troupe.user(name), name, groups);
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
