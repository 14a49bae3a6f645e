package org.asemeducation.stocktake.update.thread;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.handover.Successors;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Questions and answers about an update, and the mails about them.
 */
@ProcessTest
class ThreadProcessTest {

	private static final String TWO = Troupe.TWO_COORDINATORS;

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Successors successors;

	@Autowired
	private Talking talking;

	@Autowired
	private Messages messages;

	@Test
	void whatACoordinatorAsksIsMailedToTheSecretariatAndWhatThatAnswersToAllCoordinators() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		this.post.deliver(cycle);
		// when
		this.talking.write(key(cycle), "Which period?\n\nSince 2027?", person("malta"));
		// then
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("aes"));
			assertThat(mail.subject()).isEqualTo(cycle + ": a question about A01-I02");
			assertThat(mail.text()).contains("Since 2027?").contains("/i/%s/A01-I02".formatted(cycle));
		});
		assertThat(this.messages.unanswered()).extracting(Message::key).contains(key(cycle));
		// when
		this.talking.write(key(cycle), "Since the last report.", person("aes"));
		// then
		List<OutgoingMail> mails = this.post.deliver(cycle);
		assertThat(mails).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(mails).allSatisfy((mail) -> assertThat(mail.text()).contains("Since the last report."));
		assertThat(this.messages.unanswered()).extracting(Message::key).doesNotContain(key(cycle));
		assertThat(this.talking.read(key(cycle), person("reviewer"))).extracting(Message::text)
			.containsExactly("Which period?\n\nSince 2027?", "Since the last report.");
	}

	@Test
	void aHelperWhoAskedIsToldTheAnswerUntilTheirDayIsOver() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		String helper = "threadhelper-" + cycle.value().toLowerCase();
		LocalDate until = LocalDate.ofInstant(this.stage.now(), ZoneId.of("Europe/Rome")).plusDays(3);
		this.successors.help(cycle, TWO, "malta", helper, until, false);
		this.talking.write(key(cycle), "Which years?", person(helper));
		this.post.deliver(cycle);
		// when
		this.talking.write(key(cycle), "The last two.", person("aes"));
		List<OutgoingMail> within = this.post.deliver(cycle);
		this.stage.later(Duration.ofDays(5).toSeconds());
		this.talking.write(key(cycle), "And this one.", person("aes"));
		List<OutgoingMail> after = this.post.deliver(cycle);
		// then
		assertThat(within).extracting(OutgoingMail::recipient).contains(Troupe.address(helper));
		assertThat(after).extracting(OutgoingMail::recipient)
			.contains(Troupe.address("malta"))
			.doesNotContain(Troupe.address(helper));
	}

	@Test
	void reviewersReadAlongAndOthersDoNot() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		// when, then
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.talking.write(key(cycle), "Me too", person("reviewer")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.talking.write(key(cycle), "Me too", person("inland")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.talking.read(key(cycle), person("inland")))
			.satisfies((refused) -> assertThat(refused.why()).isEqualTo(Refused.Why.NOT_ALLOWED));
		assertThat(this.messages.about(key(cycle))).isEmpty();
	}

	@Test
	void aMessageSaysSomething() {
		// given
		CycleName cycle = this.stage.gathering(TWO);
		// when, then
		for (String text : new String[] { null, " \n", "Long ".repeat(1_001) }) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.talking.write(key(cycle), text, person("malta")))
				.satisfies((refused) -> assertThat(refused.problems()).extracting(Refused.Problem::field)
					.containsExactly("text"));
		}
	}

	private Person person(String who) {
		Set<String> groups = switch (who) {
			case "aes" -> Set.of("aes");
			case "reviewer" -> Set.of("swg");
			default -> Set.of();
		};
		return new Person(this.troupe.user(who), who, groups);
	}

	private static UpdateKey key(CycleName cycle) {
		return UpdateKey.of(cycle.value(), TWO);
	}

}
