package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What coordinators are told of more time, and how they are reminded within it.
 */
@ProcessTest
class ExtensionMailProcessTest {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private static final String ONE = Troupe.ONE_COORDINATOR;

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private PostOffice post;

	@Autowired
	private Coordinators coordinators;

	@Autowired
	private Reviewers reviewers;

	@Autowired
	private Extenders extenders;

	@Autowired
	private Cycles cycles;

	@Autowired
	private Reminders reminders;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nothingElseGathers() {
		this.jdbc.sql("update cycle set state = 'published' where state in ('gathering', 'closed')").update();
		this.jdbc.sql("""
				insert into digest (contact, on_date, claimed_at)
				select distinct contact, date '2100-01-01', now() from contact_role
				where role in ('reviewer', 'secretariat') on conflict do nothing""").update();
	}

	@Test
	void allCoordinatorsOfTheUpdateAreToldTheirNewDayAndNobodyElse() {
		// given
		CycleName cycle = gathering(Troupe.TWO_COORDINATORS, Troupe.SUPPORTED);
		LocalDate deadline = day(cycle, DeadlineKind.DEADLINE);
		// when
		this.extenders.ask(cycle, Troupe.TWO_COORDINATORS, "harbour", deadline.plusDays(7));
		List<OutgoingMail> none = this.post.deliver(cycle);
		this.extenders.grant(cycle, Troupe.TWO_COORDINATORS, deadline.plusDays(7));
		List<OutgoingMail> told = this.post.deliver(cycle);
		// then
		assertThat(none).isEmpty();
		assertThat(told).extracting(OutgoingMail::recipient)
			.containsExactlyInAnyOrder(Troupe.address("harbour"), Troupe.address("malta"));
		assertThat(told).allSatisfy((mail) -> {
			assertThat(mail.subject()).isEqualTo("%s, date moved: your update on A01-I02 is now due on %s", cycle,
					words(deadline.plusDays(7)));
			assertThat(flat(mail)).contains(
					"This date has moved: it was %s, 23:59 in Rome (Europe/Rome) before.".formatted(words(deadline)));
		});
	}

	@Test
	void onlyWhoAskedIsToldThatThereIsNoMoreTimeAndWhy() {
		// given
		CycleName cycle = gathering(Troupe.TWO_COORDINATORS);
		LocalDate deadline = day(cycle, DeadlineKind.DEADLINE);
		this.extenders.ask(cycle, Troupe.TWO_COORDINATORS, "malta", deadline.plusDays(7));
		// when
		this.extenders.refuse(cycle, Troupe.TWO_COORDINATORS, "The draft is needed sooner.");
		// then
		assertThat(this.post.deliver(cycle)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(Troupe.address("malta"));
			assertThat(mail.subject()).isEqualTo("%s: no more time for A01-I02; it is due on %s", cycle,
					words(deadline));
			assertThat(flat(mail)).startsWith("malta (Malta), please submit your update by " + words(deadline))
				.contains("WHAT THE SECRETARIAT SAYS The draft is needed sooner.");
			assertThat(mail.html()).contains("The draft is needed sooner.");
		});
	}

	@Test
	void aRefusalThatHasNotLeftWhenTheUpdateComesIsNotSent() {
		// given
		CycleName cycle = gathering(ONE);
		this.extenders.ask(cycle, ONE, "harbour", day(cycle, DeadlineKind.DEADLINE).plusDays(7));
		this.extenders.refuse(cycle, ONE, "The draft is needed sooner.");
		// when
		this.coordinators.submit(cycle, ONE, "harbour", "In time after all");
		// then
		assertThat(this.post.deliver(cycle)).isEmpty();
	}

	@Test
	void remindersCountFromTheDayOfTheUpdate() {
		// given two updates of Harbour, one with more time
		CycleName cycle = gathering(ONE, Troupe.SUPPORTED);
		LocalDate deadline = day(cycle, DeadlineKind.DEADLINE);
		this.extenders.grant(cycle, ONE, deadline.plusDays(9));
		this.post.deliver(cycle);
		// when
		List<String> dayBefore = remindedOn(cycle, deadline.minusDays(1));
		List<String> threeAfter = remindedOn(cycle, deadline.plusDays(3));
		List<String> dayBeforeIts = remindedOn(cycle, deadline.plusDays(8));
		// then
		assertThat(dayBefore).containsExactly("inland A02-I02 reminder -1");
		assertThat(threeAfter).containsExactly("inland A02-I02 reminder 3");
		assertThat(dayBeforeIts).containsExactly("harbour A01-I01 reminder -1");
	}

	@Test
	void whatIsHeldOpenIsRemindedOfAfterTheFreezeButNotOfTheFreeze() {
		// given
		CycleName cycle = gathering(ONE, Troupe.SUPPORTED);
		LocalDate freeze = day(cycle, DeadlineKind.FREEZE);
		this.jdbc.sql("update cycle set freeze_reminders = '{-3}' where name = :cycle")
			.param("cycle", cycle.value())
			.update();
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(6));
		assertThat(this.post.deliver(cycle)).singleElement()
			.satisfies((mail) -> assertThat(flat(mail))
				.contains("The secretariat lets it come until %s, 23:59 in Rome (Europe/Rome), after the gathering."
					.formatted(words(freeze.plusDays(6)))));
		// when
		List<String> beforeTheFreeze = remindedOn(cycle, freeze.minusDays(3));
		to(this.cycles.get(cycle).endOf(freeze).plusMillis(1));
		this.stage.freeze(cycle);
		List<String> after = remindedOn(cycle, freeze.plusDays(5));
		List<String> over = remindedOn(cycle, freeze.plusDays(9));
		// then nothing is overdue that cannot come any more
		assertThat(beforeTheFreeze).containsExactly("inland A02-I02 freeze-reminder -3");
		assertThat(after).containsExactly("harbour A01-I01 reminder -1");
		assertThat(over).isEmpty();
	}

	@Test
	void aReturnAfterTheFreezeIsMailedWhereTheUpdateIsHeldOpen() {
		// given
		CycleName cycle = gathering(ONE);
		LocalDate freeze = day(cycle, DeadlineKind.FREEZE);
		this.extenders.grantPastTheFreeze(cycle, ONE, freeze.plusDays(6));
		to(this.cycles.get(cycle).endOf(freeze).plusMillis(1));
		this.stage.freeze(cycle);
		this.coordinators.submit(cycle, ONE, "harbour", "Late, as agreed");
		this.post.deliver(cycle);
		// when
		this.reviewers.giveBack(cycle, ONE, "Which years?");
		// then
		assertThat(this.post.deliver(cycle)).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).isEqualTo("%s: please revise your update on A01-I01 by %s",
					cycle, words(freeze.plusDays(6))));
	}

	/**
	 * What a run at nine in the morning in Rome claims, when the run before was a day
	 * ago.
	 */
	private List<String> remindedOn(CycleName cycle, LocalDate day) {
		Instant nine = day.atTime(9, 0).atZone(ROME).toInstant();
		this.jdbc.sql("update reminder_run set covered_until = :until")
			.param("until", Timestamp.from(nine.minus(Duration.ofHours(20))))
			.update();
		to(nine);
		this.reminders.claimDue();
		return this.jdbc.sql("""
				select split_part(c.email, '@', 1) || ' ' || k.initiative || ' ' || k.ladder || ' ' || k.rung
				from claim k join contact c on c.id = k.contact
				where k.cycle = :cycle and k.claimed_at = :at and k.ladder like '%reminder' and not k.skipped""")
			.param("cycle", cycle.value())
			.param("at", Timestamp.from(this.stage.now()))
			.query(String.class)
			.list();
	}

	private CycleName gathering(String... initiatives) {
		CycleName cycle = this.stage.gathering(initiatives);
		this.post.deliver(cycle);
		return cycle;
	}

	private void to(Instant moment) {
		this.stage.later(Math.max(0, Duration.between(this.stage.now(), moment).plusMillis(999).toSeconds()));
	}

	private LocalDate day(CycleName cycle, DeadlineKind kind) {
		return this.cycles.get(cycle).date(kind);
	}

	private static String flat(OutgoingMail mail) {
		return mail.text().replaceAll("\\s+", " ");
	}

	private static String words(LocalDate day) {
		return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).format(day);
	}

}
