package org.asemeducation.stocktake.notification.meeting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.SameMoment;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.ChangingFormat;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.DateMove;
import org.asemeducation.stocktake.cycle.DateMoves;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.MeetingActs;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingOutcome;
import org.asemeducation.stocktake.cycle.MeetingPlan;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.calendar.ParsedCalendar;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.cycle.MeetingKind.SOM1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The roster is told of a meeting and has it in its calendars; whoever was told is told
 * of what becomes of it.
 */
@ProcessTest
class AnnouncementProcessTest {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private SameMoment sameMoment;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Officials officials;

	@Autowired
	private MeetingActs acts;

	@Autowired
	private ChangingFormat format;

	@Autowired
	private DateMoves moves;

	@Autowired
	private Meetings meetings;

	@Autowired
	private MeetingRoster roster;

	@Autowired
	private Announcing announcing;

	@Autowired
	private Announcements announcements;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	@BeforeEach
	void confirmAMeeting() {
		this.cycle = this.stage.open();
		confirm(day());
	}

	@Test
	void theRosterIsToldOfTheMeetingAndHasItInItsCalendars() {
		// when
		announce(1, "Please book early.\nThe hotel is full.");
		List<OutgoingMail> sent = delivered();
		// then
		assertThat(sent).extracting(OutgoingMail::recipient)
			.contains(at("malta"), at("thailand"), at("harbour"), at("inland"), at("reviewer"), at("colleague"))
			.doesNotContain(at("aes"));
		OutgoingMail mail = to("malta", sent);
		assertThat(mail.subject()).isEqualTo("%s: SOM1 takes place on %s, Valletta", this.cycle, DAY.format(day()));
		assertThat(flat(mail))
			.startsWith("malta (Malta), please note: the first Senior Officials’ Meeting (SOM1) takes")
			.contains("/meetings/%s/SOM1".formatted(this.cycle), "Hosted by Malta", "Please book early.",
					"The hotel is full.", "puts the meeting into your calendar");
		ParsedCalendar entry = calendar(mail);
		assertThat(entry.method()).isEqualTo("PUBLISH");
		assertThat(entry.value("SEQUENCE")).isEqualTo("0");
		assertThat(entry.value("DTSTART")).isEqualTo(day().format(DateTimeFormatter.BASIC_ISO_DATE));
		assertThat(entry.value("SUMMARY")).isEqualTo("%s: SOM1, Valletta", this.cycle);
		assertThat(entry.value("STATUS")).isEqualTo("CONFIRMED");
	}

	@Test
	void whoeverWasToldIsToldOfAnotherDayUnderTheSameUid() {
		// given
		announce(1, "", "malta");
		ParsedCalendar first = calendar(to("malta", delivered()));
		LocalDate before = day();
		// when
		move(before.plusDays(9));
		List<OutgoingMail> sent = delivered();
		// then
		assertThat(about(sent)).extracting(OutgoingMail::recipient).containsExactly(at("malta"));
		OutgoingMail mail = to("malta", sent);
		assertThat(mail.subject()).contains("SOM1 is moved to " + DAY.format(before.plusDays(9)));
		assertThat(flat(mail)).contains("It was to take place on " + DAY.format(before) + ".");
		assertThat(calendar(mail).value("UID")).isEqualTo(first.value("UID"));
		assertThat(calendar(mail).value("SEQUENCE")).isEqualTo("1");
		assertThat(calendar(mail).value("DTSTART"))
			.isEqualTo(before.plusDays(9).format(DateTimeFormatter.BASIC_ISO_DATE));
	}

	@Test
	void aPostponedMeetingLeavesTheCalendarsAndComesBackWithItsNewDay() {
		// given
		announce(1, "", "malta");
		ParsedCalendar first = calendar(to("malta", delivered()));
		LocalDate before = day();
		// when
		this.officials.postpone(this.cycle, SOM1, null);
		OutgoingMail off = to("malta", delivered());
		confirm(before.plusDays(40));
		OutgoingMail back = to("malta", delivered());
		// then
		assertThat(off.subject()).endsWith("SOM1 is postponed and has no new day yet");
		assertThat(flat(off)).contains("Why: Elections", "takes the meeting out of your calendar");
		assertThat(calendar(off).method()).isEqualTo("CANCEL");
		assertThat(calendar(off).value("STATUS")).isEqualTo("CANCELLED");
		assertThat(calendar(off).value("UID")).isEqualTo(first.value("UID"));
		assertThat(calendar(off).value("SEQUENCE")).isEqualTo("1");
		assertThat(calendar(back).method()).isEqualTo("PUBLISH");
		assertThat(calendar(back).value("SEQUENCE")).isEqualTo("2");
		assertThat(back.subject()).contains("SOM1 takes place on " + DAY.format(before.plusDays(40)));
	}

	@Test
	void aDroppedMeetingIsCancelledForThoseWhoWereTold() {
		// given
		announce(1, "", "harbour", "reviewer");
		delivered();
		// when
		this.officials.drop(this.cycle, SOM1);
		List<OutgoingMail> sent = about(delivered());
		// then
		assertThat(sent).extracting(OutgoingMail::recipient).containsExactlyInAnyOrder(at("harbour"), at("reviewer"));
		assertThat(sent).allSatisfy((mail) -> {
			assertThat(mail.subject()).endsWith("SOM1 does not take place");
			assertThat(calendar(mail).method()).isEqualTo("CANCEL");
			assertThat(calendar(mail).value("SEQUENCE")).isEqualTo("1");
		});
	}

	@Test
	void whoWasNotToldIsToldOfNoChange() {
		// when
		move(day().plusDays(3));
		this.officials.drop(this.cycle, SOM1);
		// then
		assertThat(about(delivered())).isEmpty();
	}

	@Test
	void anAnnouncementThatHasNotLeftSaysWhatIsTrueAsItLeaves() {
		// given
		announce(1, "", "malta");
		LocalDate after = day().plusDays(5);
		// when
		move(after);
		List<OutgoingMail> sent = about(delivered());
		// then
		assertThat(sent).hasSize(1);
		assertThat(sent.get(0).subject()).contains("takes place on " + DAY.format(after));
		assertThat(calendar(sent.get(0)).value("SEQUENCE")).isEqualTo("0");
	}

	@Test
	void nobodyHearsOfAMeetingThatIsOffBeforeItsAnnouncementLeft() {
		// given
		announce(1, "", "malta");
		// when
		this.officials.drop(this.cycle, SOM1);
		// then
		assertThat(about(delivered())).isEmpty();
	}

	@Test
	void aDayThatIsBackWhereItWasIsNoNews() {
		// given
		announce(1, "", "malta");
		delivered();
		LocalDate day = day();
		// when
		move(day.plusDays(5));
		move(day);
		// then
		assertThat(about(delivered())).isEmpty();
	}

	@Test
	void anotherFormatIsToldAndTheRecordIsNot() {
		// given
		announce(1, "", "malta");
		delivered();
		// when
		this.format.change(this.cycle, SOM1, MeetingFormat.VIRTUAL, aes());
		OutgoingMail mail = to("malta", delivered());
		this.acts.prepare(this.cycle, SOM1, aes());
		this.acts.decide(this.cycle, SOM1, MeetingOutcome.held(day()), aes());
		// then
		assertThat(mail.subject()).endsWith("now takes place on %s, online".formatted(DAY.format(day())));
		assertThat(calendar(mail).value("SEQUENCE")).isEqualTo("1");
		assertThat(about(delivered())).isEmpty();
	}

	@Test
	void itIsToldOfAgainUnderTheSameNumberOfChanges() {
		// given
		announce(1, "", "malta");
		delivered();
		// when
		announce(2, "The hotel has changed.", "malta", "harbour");
		List<OutgoingMail> sent = about(delivered());
		// then
		assertThat(sent).hasSize(2).allSatisfy((mail) -> {
			assertThat(flat(mail)).contains("The hotel has changed.");
			assertThat(calendar(mail).value("SEQUENCE")).isEqualTo("0");
		});
		assertThat(this.announcements.of(this.cycle, SOM1)).extracting(Announcements.Said::mails).containsExactly(1, 2);
	}

	@Test
	void theAgendaGoesAlongWhereTheSecretariatSaysSo() {
		// given
		announce(1, "", "malta");
		OutgoingMail without = to("malta", delivered());
		// when
		this.announcing.announce(this.cycle, SOM1, new Announcement(2, "", true, contacts("malta")), aes());
		OutgoingMail with = to("malta", delivered());
		// then
		assertThat(flat(without)).doesNotContain("AGENDA");
		assertThat(flat(with)).contains("AGENDA", "1 Minutes of the last meeting", "5 Updates by partners");
		assertThat(this.announcements.of(this.cycle, SOM1)).extracting(Announcements.Said::agenda)
			.containsExactly(null, 1);
		assertThat(calendar(with).value("SEQUENCE")).isEqualTo("0");
	}

	@Test
	void onlyAConfirmedMeetingIsAnnounced() {
		// given
		this.officials.postpone(this.cycle, SOM1, day().plusDays(3));
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> announce(1, "", "malta"))
			.withMessage("Nothing is sent: SOM1 of %s is announced once its date and host are confirmed.", this.cycle);
		this.officials.drop(this.cycle, SOM1);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> announce(1, "", "malta"))
			.withMessage("Nothing is sent: SOM1 of %s was dropped.", this.cycle);
		assertThat(about(delivered())).isEmpty();
	}

	@Test
	void somebodyWhoIsNoContactIsNotWrittenTo() {
		// when, then
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.announcing.announce(this.cycle, SOM1, new Announcement(1, "", false, List.of(-1L)), aes()))
			.withMessageContaining("is no contact any more");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(
					() -> this.announcing.announce(this.cycle, SOM1, new Announcement(1, "", false, List.of()), aes()))
			.withMessage("Nothing is sent: tick at least one person.");
		assertThat(this.announcements.of(this.cycle, SOM1)).isEmpty();
	}

	@Test
	void twoWhoAnnounceItInTheSameMomentSendOnce() {
		// when
		List<Optional<Throwable>> told = this.sameMoment.act("cycle where name = '%s'".formatted(this.cycle),
				() -> announce(1, "From the first", "malta"), () -> announce(1, "From the second", "malta"));
		// then
		assertThat(told.get(0)).isEmpty();
		assertThat(told.get(1)).get().asString().contains("somebody has announced SOM1");
		assertThat(about(delivered())).singleElement()
			.satisfies((mail) -> assertThat(flat(mail)).contains("From the first"));
	}

	@Test
	void theRosterSaysWhyEachStandsInIt() {
		// then
		assertThat(this.roster.of(this.cycle, SOM1)).filteredOn((one) -> one.name().equals("malta"))
			.singleElement()
			.satisfies((malta) -> assertThat(malta.because()).containsExactly("partner", "coordinator"));
		assertThat(this.roster.of(this.cycle, SOM1)).filteredOn((one) -> one.name().equals("reviewer"))
			.singleElement()
			.satisfies((reviewer) -> assertThat(reviewer.because()).containsExactly("reviewer"));
		assertThat(this.jdbc.sql("select count(*) from contact where name = 'aes'").query(Integer.class).single())
			.isPositive();
		assertThat(this.roster.of(this.cycle, SOM1)).extracting(Invitee::name).doesNotContain("aes");
	}

	private void announce(int number, String words, String... people) {
		List<Long> to = contacts(people);
		this.announcing.announce(this.cycle, SOM1, new Announcement(number, words, false, to), aes());
	}

	private List<Long> contacts(String... people) {
		return this.roster.of(this.cycle, SOM1)
			.stream()
			.filter((people.length == 0) ? Invitee::usual : (one) -> List.of(people).contains(one.name()))
			.map(Invitee::id)
			.toList();
	}

	private void confirm(LocalDate day) {
		this.acts.confirm(this.cycle, SOM1, new MeetingPlan(day, "Valletta", MeetingFormat.IN_PERSON, "Malta"), aes());
	}

	private void move(LocalDate day) {
		this.moves.move(this.cycle, new DateName("SOM1"), new DateMove(day, null, "Elections"), aes());
	}

	private List<OutgoingMail> delivered() {
		this.stage.later(60);
		this.pickUp.pickUp();
		return List.copyOf(this.post.deliver(this.cycle));
	}

	private List<OutgoingMail> about(List<OutgoingMail> sent) {
		Predicate<OutgoingMail> ours = (mail) -> mail.subject().startsWith(this.cycle + ": SOM1 ");
		return sent.stream().filter(ours).toList();
	}

	private OutgoingMail to(String name, List<OutgoingMail> sent) {
		return about(sent).stream().filter((mail) -> mail.recipient().equals(at(name))).findFirst().orElseThrow();
	}

	private static String at(String name) {
		return Troupe.address(name);
	}

	private static ParsedCalendar calendar(OutgoingMail mail) {
		return ParsedCalendar.of(mail.calendar());
	}

	private static String flat(OutgoingMail mail) {
		return mail.text().replaceAll("\\s+", " ");
	}

	private LocalDate day() {
		return this.meetings.of(this.cycle, SOM1).planned();
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
