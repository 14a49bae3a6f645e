package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.cycle.Addressees;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.endorsement.WorkPlanAdopted;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdoptedWorkPlansTest {

	private final AdoptedWorkPlans adoptedWorkPlans = MailRoom.get(AdoptedWorkPlans.class);

	private Desk desk;

	private InitiativeId duo;

	private InitiativeId classroom;

	private long coordinator;

	@BeforeEach
	void adopt() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
		this.duo = this.desk.asked("A01-I01", "ASEM-DUO Fellowship Programme");
		this.classroom = this.desk.asked("A04-I02", "Classroom Network");
		this.coordinator = this.desk.party("ASEM-DUO");
		this.desk.role("coordinator", this.coordinator, this.duo, this.classroom);
		this.desk.sql("update update_request set state = 'settled', settled_as = 'accepted' where cycle = '%s'"
			.formatted(this.desk.cycle));
		this.desk.sql("update cycle set state = 'published', closed_at = '2023-12-01Z' where name = '%s'"
			.formatted(this.desk.cycle));
		this.desk.sql("insert into work_plan values ('%s', 'Work plan', '2024-01-26')".formatted(this.desk.cycle));
		line(this.duo, 1, "'Second call', 'Spring 2024', '120 pairs', 'Balance'");
		line(this.duo, 2, "'Alumni <b>meeting</b>', null, null, null");
		line(this.classroom, 1, "'A prize', null, 'Ten winners', null");
	}

	@AfterEach
	void close() {
		this.desk.sql("delete from adopted_line where cycle = '%s'".formatted(this.desk.cycle));
		this.desk.sql("delete from work_plan where cycle = '%s'".formatted(this.desk.cycle));
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void oneMailSaysAllLinesOfAPersonThoughTheGatheringIsOver() {
		// when
		tell();
		OutgoingMail mail = sent(this.coordinator);
		// then
		assertThat(mail.subject())
			.isEqualTo("%s: ministers have adopted your plans for 2 initiatives".formatted(this.desk.cycle));
		assertThat(mail.text()).contains("on Friday 26 January\n2024 ministers adopted the work plan",
				"%s ASEM-DUO Fellowship Programme\n  - Second call\n    When: Spring 2024\n    Expected output: 120 pairs\n    Expected result: Balance\n"
					.formatted(this.duo),
				"  - Alumni <b>meeting</b>\n",
				"%s Classroom Network\n  - A prize\n    Expected output: Ten winners\n".formatted(this.classroom),
				"https://stocktake.example.org/reports/%s".formatted(this.desk.cycle));
		assertThat(mail.html())
			.contains("Second call", "Spring 2024", "120 pairs", "Balance", "Alumni &lt;b&gt;meeting&lt;/b&gt;",
					"A prize")
			.doesNotContain("<b>meeting");
		assertThat(this.desk.mails(this.coordinator)).hasSize(1);
		assertThat(this.desk.lines(this.desk.mails(this.coordinator).get(0))).containsExactly(
				"adopted %s/-".formatted(this.duo), "adopted %s/-".formatted(this.classroom),
				"accepted -/%s".formatted(this.duo), "accepted -/%s".formatted(this.classroom));
	}

	@Test
	void oneInitiativeIsNamedInTheSubject() {
		// given
		this.desk.sql("delete from adopted_line where initiative = '%s'".formatted(this.classroom));
		// when
		tell();
		// then
		assertThat(sent(this.coordinator).subject())
			.isEqualTo("%s: ministers have adopted your plans for %s".formatted(this.desk.cycle, this.duo));
	}

	@Test
	void whoIsLeftOutIsNotTold() {
		// given
		long second = this.desk.party("NIIED");
		this.desk.role("coordinator", second, this.duo);
		LeavingOut addressees = MailRoom.get(LeavingOut.class);
		// when
		List<MailToCome> people = addressees.ofAdoption(this.desk.cycle,
				List.of(this.duo.value(), this.classroom.value()));
		MailRoom
			.inTransaction(() -> addressees.leaveOut(this.desk.cycle, Addressees.Act.ADOPT, List.of(second), "aes"));
		tell();
		// then
		assertThat(people).extracting(MailToCome::contact).containsExactlyInAnyOrder(this.coordinator, second);
		assertThat(this.desk.mails(this.coordinator)).hasSize(1);
		assertThat(this.desk.mails(second)).isEmpty();
	}

	@Test
	void everyCoordinatorIsToldAndNobodyElse() {
		// given
		long second = this.desk.party("NIIED");
		long supporter = this.desk.party("EC");
		long other = this.desk.party("LLL Hub");
		InitiativeId withoutLine = this.desk.asked("A05-I01", "Nothing planned");
		this.desk.role("coordinator", second, this.duo);
		this.desk.role("support", supporter, this.duo);
		this.desk.role("coordinator", other, withoutLine);
		long gone = this.desk.contact(this.desk.partyOf(second), "gone@niied.example");
		this.desk.remove(gone);
		// when
		tell();
		// then
		assertThat(List.of(this.coordinator, second, supporter, other, gone))
			.extracting((contact) -> this.desk.mails(contact).size())
			.containsExactly(1, 1, 0, 0, 0);
	}

	@Test
	void nobodyIsToldTwice() {
		// when
		tell();
		tell();
		// then
		assertThat(this.desk.mails(this.coordinator)).hasSize(1);
	}

	@Test
	void whoeverHasHandedOverMeanwhileIsNotTold() {
		// given
		tell();
		this.desk.sql("delete from coordination where initiative in ('%s', '%s')".formatted(this.duo, this.classroom));
		// when
		MailRoom.run(this.desk.mails(this.coordinator).get(0));
		// then
		assertThat(this.desk.state(this.desk.mails(this.coordinator).get(0))).isEqualTo("cancelled");
	}

	@Test
	void anInitiativeThatWasNeverAskedHasItsLineToo() {
		// given
		this.desk.sql("delete from update_request where initiative = '%s'".formatted(this.classroom));
		// when
		tell();
		// then
		assertThat(sent(this.coordinator).text()).contains("Classroom Network", "A prize");
	}

	private void line(InitiativeId initiative, int position, String words) {
		this.desk.sql("""
				insert into adopted_line (cycle, initiative, position, activity, period, output, result)
				values ('%s', '%s', %d, %s)""".formatted(this.desk.cycle, initiative, position, words));
	}

	private void tell() {
		MailRoom.inTransaction(() -> this.adoptedWorkPlans.on(new WorkPlanAdopted(this.desk.cycle)));
	}

	private OutgoingMail sent(long contact) {
		long mail = this.desk.mails(contact).get(0);
		MailRoom.run(mail);
		MailRoom.run(mail);
		return MailRoom.transport().sent.get(0);
	}

}
