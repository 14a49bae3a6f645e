package org.asemeducation.stocktake.cycle.minutes;

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
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.cycle.MeetingKind.ASEMME;
import static org.asemeducation.stocktake.cycle.MeetingKind.ISOM;
import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Minutes are written, put to the members, corrected on their remarks, adopted by a later
 * meeting.
 */
@ProcessTest
class WritingMinutesProcessTest {

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
	private WritingMinutes minutes;

	@Autowired
	private RemarkingOnMinutes remarks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void holdAMeeting() {
		this.cycle = this.stage.open();
		this.officials.hold(this.cycle, ISOM);
	}

	@Test
	void minutesArePutToTheRosterCorrectedOnRemarksAndAdopted() {
		// when
		write(0, "All agreed.");
		this.minutes.send(this.cycle, ISOM, aes());
		List<OutgoingMail> first = this.post.deliver(this.cycle);
		say("malta", "Malta did not agree.");
		answer(true, "");
		List<OutgoingMail> answered = this.post.deliver(this.cycle);
		write(1, "All but Malta agreed.");
		this.minutes.send(this.cycle, ISOM, aes());
		List<OutgoingMail> second = this.post.deliver(this.cycle);
		this.officials.hold(this.cycle, SOM1);
		// then
		assertThat(first).extracting(OutgoingMail::recipient)
			.contains(Troupe.address("malta"), Troupe.address("reviewer"), Troupe.address("harbour"))
			.doesNotContain(Troupe.address("aes"));
		assertThat(first.get(0).subject()).isEqualTo(this.cycle + ": minutes of ISOM");
		assertThat(first.get(0).text()).contains("/meetings/%s/ISOM/minutes".formatted(this.cycle));
		assertThat(answered).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("malta"));
			assertThat(mail.subject()).endsWith("your remark on the minutes of ISOM is taken");
		});
		assertThat(second.get(0).subject()).isEqualTo(this.cycle + ": minutes of ISOM, version 2");
		assertThat(this.minutes.sent(this.cycle, ISOM)).extracting(SentMinutes::text)
			.containsExactly("All but Malta agreed.", "All agreed.");
		assertThat(this.minutes.adoptedAt(this.cycle, ISOM)).contains("SOM1 of " + this.cycle);
		assertThat(this.jdbc.sql("select version from minutes where cycle = :cycle and kind = 'ISOM' and adopted")
			.param("cycle", this.cycle.value())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void onceAdoptedNothingOfThemChanges() {
		// given
		write(0, "All agreed.");
		this.minutes.send(this.cycle, ISOM, aes());
		say("malta", "Malta did not agree.");
		this.officials.hold(this.cycle, SOM1);
		// when, then
		String sentence = "Nothing has changed: the minutes of ISOM of %s were adopted at SOM1 of %s."
			.formatted(this.cycle, this.cycle);
		for (Runnable act : List.<Runnable>of(() -> write(1, "Others"),
				() -> this.minutes.send(this.cycle, ISOM, aes()), () -> say("malta", "Wait"), () -> answer(true, ""))) {
			assertThatExceptionOfType(Refused.class).isThrownBy(act::run).withMessage(sentence);
		}
		assertThat(this.minutes.sent(this.cycle, ISOM)).hasSize(1);
		assertThat(this.remarks.maySay(this.cycle, ISOM, person("malta"))).isFalse();
	}

	@Test
	void aRemarkThatIsNotTakenHasItsReason() {
		// given
		write(0, "All agreed.");
		this.minutes.send(this.cycle, ISOM, aes());
		this.post.deliver(this.cycle);
		say("malta", "Malta did not agree.");
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> answer(false, " "))
			.withMessageContaining("say why it is not taken");
		answer(false, "It did, on the second day.");
		assertThat(this.post.deliver(this.cycle)).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("It did, on the second day."));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> answer(true, ""))
			.withMessageContaining("was answered already");
		assertThat(remark().isTaken()).isFalse();
	}

	@Test
	void twoAnswersInTheSameMomentAreOne() {
		// given
		write(0, "All agreed.");
		this.minutes.send(this.cycle, ISOM, aes());
		say("malta", "Malta did not agree.");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> answer(true, ""), () -> answer(false, "No"));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("was answered already");
		assertThat(remark().isTaken()).isTrue();
	}

	@Test
	void twoWhoSaveOnTheSameVersionAreToldApart() {
		// given
		write(0, "All agreed.");
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> write(1, "One"), () -> write(1, "Two"));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("somebody has changed the minutes meanwhile");
		assertThat(this.minutes.draft(this.cycle, ISOM).text()).isEqualTo("One");
	}

	@Test
	void whatCannotBeSentIsNotSent() {
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.minutes.send(this.cycle, ISOM, aes()))
			.withMessage("Nothing is sent: the minutes are not written yet.");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> say("malta", "What minutes?"));
		write(0, "All agreed.");
		this.minutes.send(this.cycle, ISOM, aes());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.minutes.send(this.cycle, ISOM, aes()))
			.withMessage("Nothing is sent: nothing has changed since version 1 was.");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(SOM1))
			.withMessage("Nothing has changed: SOM1 of %s is not held yet.", this.cycle);
		this.officials.hold(this.cycle, ASEMME);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> save(ASEMME))
			.withMessageContaining("Ministers adopt the Chair’s Conclusions");
	}

	private void save(MeetingKind kind) {
		this.minutes.save(this.cycle, kind, new MinutesDraft(0, "Too early"), aes());
	}

	private void write(int version, String text) {
		this.minutes.save(this.cycle, ISOM, new MinutesDraft(version, text), aes());
	}

	private void say(String name, String text) {
		this.remarks.say(this.cycle, ISOM, text, person(name));
	}

	private void answer(boolean taken, String because) {
		this.remarks.answer(this.cycle, ISOM, remark().id(), taken, because, aes());
	}

	private MinutesRemark remark() {
		return this.remarks.of(this.cycle, ISOM).get(0);
	}

	private Person person(String name) {
		return new Person(this.troupe.user(name), name, Set.of("party"));
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
