package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.Map;

import org.asemeducation.stocktake.notification.letter.Letters;
import org.asemeducation.stocktake.notification.letter.Written;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reminders say. The deadline is Friday 15 September 2023 in Rome, the freeze Friday
 * 1 December.
 */
class ReminderMailTest {

	private static final String DEADLINE = "Friday 15 September 2023, 23:59 in Rome (Europe/Rome)";

	private static final String FREEZE = "Friday 1 December 2023, 23:59 in Rome (Europe/Rome)";

	private Desk desk;

	private long contact;

	private InitiativeId initiative;

	@BeforeEach
	void open() {
		MailRoom.tidy();
		MailRoom.jdbc().sql("update cycle set state = 'closed' where name like 'NOTE%'").update();
		this.desk = new Desk(MailRoom.jdbc());
		this.contact = this.desk.party("ASEF");
		this.initiative = this.desk.asked("A01-I02", "ASEF’s Education Programmes");
		this.desk.role("coordinator", this.contact, this.initiative);
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void beforeTheDeadlineTheFirstLineSaysWhoShouldDoWhatByWhen() {
		// when
		Written mail = write("2023-09-08T07:00:00Z");
		// then
		assertThat(mail.subject()).isEqualTo("%s, reminder: please submit your update on %s by Friday 15 September 2023"
			.formatted(this.desk.cycle, this.initiative));
		assertThat(line(mail)).matches("Desk \\(ASEF \\d+\\), please submit one update by "
				+ "Friday 15 September 2023, 23:59 in Rome \\(Europe/Rome\\)\\..*");
		assertThat(line(mail)).contains("It is due on " + DEADLINE + ".",
				"https://stocktake.example.org/i/%s/%s".formatted(this.desk.cycle, this.initiative));
	}

	@Test
	void onTheDayItSaysToday() {
		// given
		this.desk.sql("update cycle set reminders = '{0}' where name = '%s'".formatted(this.desk.cycle));
		// when
		Written mail = write("2023-09-15T07:00:00Z");
		// then
		assertThat(mail.subject()).isEqualTo("%s, today: please submit your update on %s by Friday 15 September 2023"
			.formatted(this.desk.cycle, this.initiative));
		assertThat(line(mail)).contains("please submit one update today, " + DEADLINE + ".", "It is due today");
	}

	@Test
	void aReaderInTheEastIsRemindedOnTheirLastWholeDayAndInTheWestAfterItOfTheHour() {
		// given the day of the deadline, nine o'clock in Seoul and then in Honolulu
		this.desk.sql("update cycle set reminders = '{0}' where name = '%s'".formatted(this.desk.cycle));
		// when
		this.desk.sql("update contact set zone = 'Asia/Seoul' where id = " + this.contact);
		Written seoul = write("2023-09-15T00:00:00Z");
		this.desk.sql("update contact set zone = 'Pacific/Honolulu' where id = " + this.contact);
		MailRoom.jdbc().sql("delete from claim where contact = " + this.contact).update();
		Written honolulu = write("2023-09-15T19:00:00Z");
		// then
		assertThat(line(seoul)).contains("today, Friday 15 September 2023, your last whole day before "
				+ "Saturday 16 September 2023, 06:59 in Seoul (Asia/Seoul), which is " + DEADLINE + ".");
		assertThat(honolulu.subject()).endsWith("by Friday 15 September 2023, 11:59");
		assertThat(line(honolulu)).contains("today, Friday 15 September 2023, 11:59 in Honolulu (Pacific/Honolulu)");
	}

	@Test
	void afterTheDeadlineItSaysSinceWhenAndHowLongItIsStillPossible() {
		// when
		Written mail = write("2023-09-18T07:00:00Z");
		// then
		assertThat(mail.subject())
			.isEqualTo("%s, overdue: please submit your update on %s that was due on Friday 15 September 2023"
				.formatted(this.desk.cycle, this.initiative));
		assertThat(line(mail)).contains("please submit one update as soon as you can: it was due on " + DEADLINE
				+ ". The gathering is open until " + FREEZE + ".", "3 days ago");
	}

	@Test
	void whatIsRemindedOfComesFirstAndTheRestThatIsOwedAfterIt() {
		// given one was asked for only now, and another came back
		InitiativeId late = this.desk.asked("A00-I01", "Asked late");
		InitiativeId returned = this.desk.asked("A00-I02", "Came back");
		this.desk.role("coordinator", this.contact, late, returned);
		this.desk
			.sql("update update_request set asked_at = '2023-09-07T07:00Z' where initiative = '%s'".formatted(late));
		returned(returned, "2023-09-07T10:00:00Z");
		// when
		Written mail = write("2023-09-08T07:00:00Z");
		// then
		String text = mail.text();
		assertThat(mail.subject()).contains("please submit your update on " + this.initiative);
		assertThat(text.indexOf(this.initiative.value())).isLessThan(text.indexOf("ALSO WAITING FOR YOU"));
		assertThat(line(mail).substring(line(mail).indexOf("ALSO WAITING FOR YOU"))).containsSubsequence(
				late + " Asked late It is due on " + DEADLINE + ".", returned + " Came back",
				"It came back with remarks; the new version is due on Sunday 17 September 2023, 23:59 in Rome");
		assertThat(mail.html()).containsSubsequence("Open the form of " + this.initiative, "Also waiting for you",
				"Open the form of " + late, "Open the form of " + returned);
	}

	@Test
	void whatWasTakenBackIsRemindedOfAsIfItHadNotBeenSubmitted() {
		// given
		this.desk
			.sql("""
					with submitted as (insert into revision (cycle, initiative, number, content, submitted_at, submitted_by, late)
					    values ('%s', '%s', 1, '{}', '2023-09-01T10:00Z', 'somebody', false) returning id)
					insert into taken_back select id, '2023-09-02T10:00Z', 'somebody' from submitted"""
				.formatted(this.desk.cycle, this.initiative));
		// when
		Written mail = write("2023-09-08T07:00:00Z");
		// then
		assertThat(mail.subject()).contains("please submit your update on " + this.initiative);
	}

	@Test
	void aSavedDraftIsNamedWhereTheUpdateIsRemindedOf() {
		// given
		this.desk.draft(this.initiative);
		// when
		Written mail = write("2023-09-08T07:00:00Z");
		// then
		assertThat(line(mail)).contains("Your draft is saved but not submitted.");
		assertThat(mail.html()).contains("Your draft is saved but not submitted.");
	}

	@Test
	void beforeTheFreezeItSaysWhatTheReportPrintsOtherwise() {
		// given
		freezeLadder();
		// when
		Written mail = write("2023-11-17T08:00:00Z");
		// then
		assertThat(mail.subject()).isEqualTo("%s: no update on %s has come; gathering ends on Friday 1 December 2023"
			.formatted(this.desk.cycle, this.initiative));
		assertThat(line(mail)).startsWith("Desk (ASEF")
			.contains("please submit one update by " + FREEZE + ": then the gathering ends.",
					"Otherwise the report prints \"no update received\".");
		assertThat(mail.html()).contains("Otherwise the report prints “no update received”.");
	}

	@Test
	void whereADraftExistsTheFreezeReminderBeginsWithIt() {
		// given
		freezeLadder();
		this.desk.draft(this.initiative);
		// when
		Written mail = write("2023-11-28T08:00:00Z");
		// then
		assertThat(line(mail))
			.startsWith("Your draft of " + this.initiative
					+ " ASEF’s Education Programmes is saved but not submitted. Desk (ASEF")
			.contains("please submit one update by " + FREEZE, "Otherwise the report prints \"draft not submitted\".");
		assertThat(mail.subject()).contains("your draft of " + this.initiative + " is not submitted");
		assertThat(mail.html()).contains("is saved but not submitted");
	}

	@Test
	void aReturnedTextIsNoUnsubmittedDraft() {
		// given
		freezeLadder();
		returned(this.initiative, "2023-11-20T10:00:00Z");
		// when
		Written mail = write("2023-11-28T08:00:00Z");
		// then
		assertThat(mail.text().replaceAll("\\s+", " "))
			.contains("Otherwise the report prints \"returned for revision, not received again\"")
			.doesNotContain("saved but not submitted", "draft not submitted");
		assertThat(mail.subject()).contains("no new version of " + this.initiative + " has come");
	}

	@Test
	void manyDraftsAreCounted() {
		// given
		freezeLadder();
		InitiativeId second = this.desk.asked("A02-I02", "Second");
		InitiativeId third = this.desk.asked("A03-I03", "Third");
		this.desk.role("coordinator", this.contact, second, third);
		this.desk.draft(this.initiative);
		this.desk.draft(second);
		// when
		String two = line(write("2023-11-17T08:00:00Z"));
		this.desk.draft(third);
		String three = line(write("2023-11-28T08:00:00Z"));
		// then
		assertThat(two).contains("is saved but not submitted, nor is that of " + second + ". Desk",
				"please submit 3 updates by");
		assertThat(three).contains("is saved but not submitted, nor are 2 more. Desk");
	}

	@Test
	void aReturnedUpdateIsAskedForByItsOwnDayWithItsRemarks() {
		// given
		returned(this.initiative, "2023-07-10T10:00:00Z");
		// when
		Written before = write("2023-07-17T07:00:00Z");
		Written onTheDay = write("2023-07-20T07:00:00Z");
		Written after = write("2023-07-23T07:00:00Z");
		// then
		String day = "Thursday 20 July 2023, 23:59 in Rome (Europe/Rome).";
		assertThat(before.subject()).isEqualTo("%s, reminder: please revise your update on %s by Thursday 20 July 2023"
			.formatted(this.desk.cycle, this.initiative));
		assertThat(line(before)).contains("please revise your update on " + this.initiative + " by " + day,
				"Progress and achievements   Too short.");
		assertThat(line(onTheDay)).contains("please revise your update on " + this.initiative + " today, " + day);
		assertThat(line(after)).contains("as soon as you can: the new version was due on " + day
				+ " The gathering is open until " + FREEZE + ".");
		assertThat(after.subject()).contains("overdue", "by Friday 1 December 2023 at the latest");
	}

	@Test
	void theNoticeOfAReturnNamesThatDay() {
		// given
		returned(this.initiative, "2023-07-10T10:00:00Z");
		MailRoom.at(Instant.parse("2023-07-10T10:00:00Z"));
		// when
		MailRoom.get(ReturnedUpdates.class)
			.on(new org.asemeducation.stocktake.review.UpdateReturned(this.desk.cycle, this.initiative, 1));
		Written mail = last();
		// then
		assertThat(line(mail)).contains("please revise your update on " + this.initiative
				+ " by Thursday 20 July 2023, 23:59 in Rome (Europe/Rome).");
		assertThat(mail.subject()).endsWith("by Thursday 20 July 2023");
	}

	@Test
	void hostileTitlesStayText() {
		// given
		freezeLadder();
		InitiativeId hostile = this.desk.asked("A00-I00", "<script>alert(1)</script>\r\nBcc: all@example.org ${71*73}");
		this.desk.role("coordinator", this.contact, hostile);
		this.desk.draft(hostile);
		// when
		Written mail = write("2023-11-17T08:00:00Z");
		// then
		assertThat(mail.html()).doesNotContain("<script>", "5183").contains("&lt;script&gt;");
		assertThat(mail.text()).doesNotContain("\nBcc", "5183");
		assertThat(mail.subject()).doesNotContain("\n");
	}

	private Written write(String moment) {
		Instant now = Instant.parse(moment);
		MailRoom.at(now);
		this.desk.sql("update reminder_run set covered_until = '%s'".formatted(now.minusSeconds(3600)));
		MailRoom.get(Reminders.class).claimDue();
		return last();
	}

	private Written last() {
		var mails = this.desk.mails(this.contact);
		return MailRoom.get(Letters.class).write(mails.get(mails.size() - 1));
	}

	private void freezeLadder() {
		this.desk.sql("update cycle set freeze_reminders = '{-14, -3}' where name = '%s'".formatted(this.desk.cycle));
	}

	private void returned(InitiativeId returned, String moment) {
		this.desk.submitted(returned);
		this.desk.returned(returned, Map.of("progress", "Too short."));
		this.desk.sql("""
				update verdict set given_at = '%s' where revision = (select max(id) from revision
				    where initiative = '%s')""".formatted(moment, returned));
		this.desk.reopened(returned);
	}

	/** The text as it is read, whatever its columns. */
	private static String line(Written mail) {
		return mail.text().replace('\n', ' ').replaceAll("(?<! ) (?= \\w)", " ");
	}

}
