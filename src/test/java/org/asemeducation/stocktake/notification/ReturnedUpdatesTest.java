package org.asemeducation.stocktake.notification;

import java.util.Map;

import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.review.UpdateReturned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnedUpdatesTest {

	private final ReturnedUpdates returnedUpdates = MailRoom.get(ReturnedUpdates.class);

	private Desk desk;

	private InitiativeId initiative;

	private long coordinator;

	@BeforeEach
	void open() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
		this.initiative = this.desk.asked("A01-I01", "ASEM-DUO Fellowship Programme");
		this.coordinator = this.desk.party("ASEM-DUO");
		this.desk.role("coordinator", this.coordinator, this.initiative);
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void eachRemarkIsNamedUnderItsFieldsLabel() {
		// given
		int revision = this.desk.submitted(this.initiative);
		this.desk.returned(this.initiative,
				Map.of("highlights", "Which years?\nPlease name them.", "plans", "No activity has a date."));
		// when
		tell(revision);
		MailRoom.run(mail());
		MailRoom.run(mail());
		// then
		OutgoingMail sent = MailRoom.transport().sent.get(0);
		assertThat(sent.text()).contains("please revise your update on " + this.initiative,
				"Highlights\n  Which years?\n  Please name them.\n", "Planned activities\n  No activity has a date.\n");
		assertThat(sent.html()).contains("Highlights", "Which years?", "Planned activities", "No activity has a date.");
		assertThat(sent.subject()).contains("please revise").contains(this.initiative.value());
	}

	@Test
	void leavesAtOnceAndJoinsNoWaitingMail() {
		// given
		InitiativeId other = this.desk.asked("A04-I02", "ASEM-DUO again");
		this.desk.role("coordinator", this.coordinator, other);
		MailRoom.get(Requests.class).queueOne(this.desk.cycle, other);
		int revision = this.desk.submitted(this.initiative);
		this.desk.returned(this.initiative, Map.of("progress", "Too short."));
		// when
		tell(revision);
		// then
		assertThat(this.desk.mails(this.coordinator)).hasSize(2);
		assertThat(this.desk.lines(mail())).containsExactly("returned " + this.initiative + "/-");
		assertThat(MailRoom.job(mail()).getDuedate()).isEqualTo(MailRoom.MORNING);
	}

	@Test
	void aRequestNeverJoinsAReturnNotice() {
		// given
		int revision = this.desk.submitted(this.initiative);
		this.desk.returned(this.initiative, Map.of("progress", "Too short."));
		tell(revision);
		InitiativeId other = this.desk.asked("A04-I02", "ASEM-DUO again");
		this.desk.role("coordinator", this.coordinator, other);
		// when
		MailRoom.get(Requests.class).queueOne(this.desk.cycle, other);
		// then
		assertThat(this.desk.mails(this.coordinator)).hasSize(2);
		assertThat(this.desk.lines(mail())).containsExactly("request " + other + "/-");
	}

	@Test
	void everyCoordinatorIsToldAndSupportersAreNot() {
		// given
		long second = this.desk.party("NIIED");
		long supporter = this.desk.party("EC");
		this.desk.role("coordinator", second, this.initiative);
		this.desk.role("support", supporter, this.initiative);
		// when
		tell(this.desk.submitted(this.initiative));
		// then
		assertThat(this.desk.mails(this.coordinator)).hasSize(1);
		assertThat(this.desk.mails(second)).hasSize(1);
		assertThat(this.desk.mails(supporter)).isEmpty();
	}

	@Test
	void eachReturnIsToldOnce() {
		// given
		int first = this.desk.submitted(this.initiative);
		tell(first);
		tell(first);
		// when
		tell(this.desk.submitted(this.initiative));
		// then
		assertThat(this.desk.mails(this.coordinator)).hasSize(2);
	}

	@Test
	void aNewRevisionMakesTheNoticePointless() {
		// given
		tell(this.desk.submitted(this.initiative));
		this.desk.submitted(this.initiative);
		// when
		MailRoom.run(mail());
		// then
		assertThat(this.desk.state(mail())).isEqualTo("cancelled");
	}

	private void tell(int revision) {
		this.returnedUpdates.on(new UpdateReturned(this.desk.cycle, this.initiative, revision));
	}

	private long mail() {
		var mails = this.desk.mails(this.coordinator);
		return mails.get(mails.size() - 1);
	}

}
