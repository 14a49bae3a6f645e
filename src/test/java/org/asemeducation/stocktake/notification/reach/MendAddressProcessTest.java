package org.asemeducation.stocktake.notification.reach;

import java.util.List;
import java.util.Locale;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.RememberedMails;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.asemeducation.stocktake.Troupe.TWO_COORDINATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A server refuses an address for good; the secretariat mends it; what is still true
 * leaves.
 */
@ProcessTest
class MendAddressProcessTest {

	private static int number;

	@Autowired
	private Stage stage;

	@Autowired
	private Jobs jobs;

	@Autowired
	private Path path;

	@Autowired
	private PostOffice post;

	@Autowired
	private RememberedMails mails;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Register register;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private MendingAddresses mending;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private Contact newcomer;

	/** Somebody new at Harbour University, where nobody knows them. */
	@BeforeEach
	void oneAddressIsRefused() {
		String email = "newcomer%d@stage.example".formatted(++number);
		this.register.addContact(
				new NewContact(this.troupe.party("HU").id(), "Newcomer", email, "en", null, NewContact.COORDINATOR));
		this.newcomer = this.register.contactByEmail(email).orElseThrow();
		this.mails.know(email, false);
		this.cycle = this.stage.gathering(ONE_COORDINATOR, TWO_COORDINATORS);
	}

	@AfterEach
	void theNewcomerLeaves() {
		this.register.remove(this.newcomer.id());
		this.pickUp.pickUp();
	}

	@Test
	void itIsNotTriedAgainNobodyElseWaitsAndTheSecretariatGetsATask() {
		// when
		List<OutgoingMail> left = this.post.deliver(this.cycle);

		// then
		assertThat(left).extracting(OutgoingMail::recipient)
			.contains(Troupe.address("harbour"), Troupe.address("malta"))
			.doesNotContain(this.newcomer.email());
		assertThat(this.jobs.at(this.cycle, "serviceTask_deliverMail")).isEmpty();
		assertThat(attempts()).containsExactly(this.newcomer.email() + ": 550 5.1.1 nobody of that name");
		assertThat(this.path.of("mail", this.cycle + "/mail/" + mail()))
			.containsSubsequence("serviceTask_deliverMail", "exclusiveGateway_addresseeReceivesMail",
					"endEvent_mailKept")
			.doesNotContain("endEvent_mailDelivered");
		Task task = task();
		assertThat(task.getName()).isEqualTo("Mail does not reach a contact of HU");
		assertThat(this.tasks.getIdentityLinksForTask(task.getId()))
			.anyMatch((link) -> "aes".equals(link.getGroupId()));
		assertThat(this.mending.get(contact())).satisfies((unreachable) -> {
			assertThat(unreachable.because()).isEqualTo("550 5.1.1 nobody of that name");
			assertThat(unreachable.since()).isEqualTo(this.stage.now());
			assertThat(unreachable.waiting()).isPositive();
		});
	}

	@Test
	void untilItIsMendedNothingIsTriedAndThereIsOneTask() {
		// given
		this.post.deliver(this.cycle);
		CycleName second = this.stage.gathering(ONE_COORDINATOR);

		// when
		this.post.deliver(second);
		this.stage.later(3600);
		this.pickUp.pickUp();
		this.post.deliver(this.cycle);

		// then
		assertThat(attempts()).hasSize(1);
		assertThat(this.jdbc
			.sql("select count(*) from mail where contact = :contact and state = 'queued'"
					+ " and process_instance is null")
			.param("contact", contact())
			.query(Long.class)
			.single()).as("kept without a process that would look again each minute").isGreaterThan(1);
		assertThat(this.tasks.createTaskQuery().processVariableValueEquals("contact", contact()).count()).isOne();
	}

	@Test
	void onceTheAddressIsMendedWhatWaitedLeavesToTheNewOne() {
		// given
		this.post.deliver(this.cycle);
		String about = about();
		String mended = "mended" + this.newcomer.email();

		// when
		this.mending.mend(contact(), " " + mended.toUpperCase(Locale.ROOT) + " ", this.troupe.user("aes"));
		this.stage.later(60);
		this.pickUp.pickUp();
		List<OutgoingMail> left = this.post.deliver(this.cycle);

		// then
		assertThat(left).extracting(OutgoingMail::recipient).contains(mended);
		assertThat(this.register.contactByEmail(mended)).isPresent();
		assertThat(this.path.of("mendAddress", about)).containsExactly("startEvent_addressRefused",
				"userTask_mendAddress", "endEvent_mailReachesContactAgain");
		assertThat(this.jdbc
			.sql("select who || ' ' || before || ' ' || after from audit where act = 'change address'"
					+ " order by id desc limit 1")
			.query(String.class)
			.single()).endsWith(this.newcomer.email() + " " + mended);
	}

	@Test
	void anAddressThatIsReachableAgainIsTriedAgain() {
		// given
		this.post.deliver(this.cycle);
		this.mails.know(this.newcomer.email(), true);

		// when
		this.mending.reachable(contact(), this.troupe.user("aes"));
		this.stage.later(60);
		this.pickUp.pickUp();

		// then
		assertThat(this.post.deliver(this.cycle)).extracting(OutgoingMail::recipient).contains(this.newcomer.email());
	}

	@Test
	void anAddressThatIsRefusedOnceMoreIsATaskOnceMore() {
		// given
		this.post.deliver(this.cycle);
		String first = task().getId();
		this.mending.reachable(contact(), this.troupe.user("aes"));
		this.stage.later(60);
		this.pickUp.pickUp();

		// when
		this.post.deliver(this.cycle);

		// then
		assertThat(task().getId()).isNotEqualTo(first);
		assertThat(attempts()).hasSizeGreaterThan(1);
	}

	@Test
	void whatHasStoppedBeingTrueMeanwhileDoesNotLeave() {
		// given
		this.post.deliver(this.cycle);
		this.jdbc
			.sql("update update_request set state = 'settled', settled_as = 'accepted', settled_at = now()"
					+ " where cycle = :cycle")
			.param("cycle", this.cycle.value())
			.update();
		this.mails.know(this.newcomer.email(), true);

		// when
		this.mending.reachable(contact(), this.troupe.user("aes"));
		this.stage.later(60);
		this.pickUp.pickUp();

		// then
		assertThat(this.post.deliver(this.cycle)).extracting(OutgoingMail::recipient)
			.doesNotContain(this.newcomer.email());
		assertThat(this.jdbc.sql("select state from mail where id = :mail")
			.param("mail", mail())
			.query(String.class)
			.single()).isEqualTo("cancelled");
	}

	@Test
	void whoIsRemovedNeedsNoAddress() {
		// given
		this.post.deliver(this.cycle);
		String about = about();
		long mail = mail();

		// when
		this.register.remove(this.newcomer.id());
		this.stage.later(60);
		this.pickUp.pickUp();
		this.post.deliver(this.cycle);

		// then
		assertThat(this.path.of("mendAddress", about)).containsExactly("startEvent_addressRefused",
				"boundaryEvent_contactRemoved", "endEvent_nobodyToReach");
		assertThat(this.jdbc.sql("select state from mail where id = :mail")
			.param("mail", mail)
			.query(String.class)
			.single()).isEqualTo("cancelled");
	}

	@Test
	void theTaskStaysUntilSomethingIsSaved() {
		// given
		this.post.deliver(this.cycle);
		String task = task().getId();

		// when, then
		assertThatThrownBy(() -> this.tasks.complete(task))
			.hasStackTraceContaining("the address is neither mended nor said to be right");
		assertThat(this.mending.get(contact())).isNotNull();
	}

	@Test
	void aBadAddressIsRefusedAndNothingChanges() {
		// given
		this.post.deliver(this.cycle);
		String by = this.troupe.user("aes");

		// when, then
		assertThatThrownBy(() -> this.mending.mend(contact(), "nonsense", by))
			.hasMessageContaining("is not an e-mail address");
		assertThatThrownBy(() -> this.mending.mend(contact(), Troupe.address("malta"), by))
			.hasMessageContaining("is the address of another contact");
		assertThatThrownBy(() -> this.mending.mend(contact(), this.newcomer.email(), by)).isInstanceOf(Refused.class)
			.hasMessageContaining("the address that was refused");
		assertThat(this.register.contactByEmail(this.newcomer.email())).isPresent();
		assertThat(task()).isNotNull();
	}

	private long contact() {
		return this.newcomer.id().value();
	}

	private Task task() {
		return this.tasks.createTaskQuery().processVariableValueEquals("contact", contact()).singleResult();
	}

	private String about() {
		return this.cycle + "/contact/" + contact();
	}

	private long mail() {
		return this.jdbc.sql("select id from mail where contact = :contact and cycle = :cycle order by id limit 1")
			.param("contact", contact())
			.param("cycle", this.cycle.value())
			.query(Long.class)
			.single();
	}

	private List<String> attempts() {
		return this.jdbc.sql("""
				select a.recipient || ': ' || a.outcome from delivery_attempt a join mail m on m.id = a.mail
				where m.contact = :contact order by a.at, a.mail, a.number""")
			.param("contact", contact())
			.query(String.class)
			.list();
	}

}
