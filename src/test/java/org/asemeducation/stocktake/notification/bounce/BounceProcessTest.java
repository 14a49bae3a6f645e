package org.asemeducation.stocktake.notification.bounce;

import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import org.asemeducation.stocktake.PostOffice;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.PickUpMails;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.asemeducation.stocktake.Troupe.ONE_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What comes back to a real mailbox after a mail has left.
 */
@ProcessTest
class BounceProcessTest {

	private static final String UNKNOWN = "550 5.1.1 nobody of that name";

	private static int number;

	@RegisterExtension
	private static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.IMAP.dynamicPort());

	@Autowired
	private Stage stage;

	@Autowired
	private PostOffice post;

	@Autowired
	private Troupe troupe;

	@Autowired
	private Register register;

	@Autowired
	private PickUpMails pickUp;

	@Autowired
	private BounceMailbox mailbox;

	@Autowired
	private TaskService tasks;

	@Autowired
	private JdbcClient jdbc;

	private CycleName cycle;

	private String email;

	private ContactId newcomer;

	private OutgoingMail mail;

	private GreenMailUser user;

	@BeforeEach
	void aMailHasLeft() {
		this.user = SERVER.setUser("aes@example.org", "aes%d".formatted(++number), "secret");
		this.email = "bounced%d@stage.example".formatted(number);
		this.newcomer = this.register.addContact(new NewContact(this.troupe.party("HU").id(), "Newcomer", this.email,
				"en", null, NewContact.COORDINATOR));
		this.cycle = this.stage.gathering(ONE_COORDINATOR);
		this.mail = this.post.deliver(this.cycle)
			.stream()
			.filter((left) -> left.recipient().equals(this.email))
			.findFirst()
			.orElseThrow();
	}

	@AfterEach
	void theNewcomerLeaves() {
		this.register.remove(this.newcomer);
		this.pickUp.pickUp();
	}

	@Test
	void aMailToAnAddressThatIsNotThereComesBackIsATaskAndLeavesOnceMoreWhenItIsMended() throws Exception {
		// given
		comes(Reports.withOriginal("<r1-%d@mx>".formatted(number), this.mail.messageId(), "failed", "5.1.1", UNKNOWN));

		// when
		read();

		// then
		assertThat(task()).isOne();
		assertThat(because()).isEqualTo(UNKNOWN);
		assertThat(noted()).containsExactly("5.1.1 true " + UNKNOWN);
		this.stage.later(60);
		this.pickUp.pickUp();
		assertThat(this.post.deliver(this.cycle)).isEmpty();
		this.jdbc
			.sql("update unreachable set settled_at = now(), settled_as = 'reachable', settled_by = 'aes'"
					+ " where contact = :contact")
			.param("contact", this.newcomer.value())
			.update();
		this.pickUp.pickUp();
		assertThat(this.post.deliver(this.cycle)).singleElement().satisfies((again) -> {
			assertThat(again.recipient()).isEqualTo(this.email);
			assertThat(again.messageId()).isEqualTo(this.mail.messageId());
		});
	}

	@Test
	void aDelayIsOnlyNotedAtTheMail() throws Exception {
		// given
		comes(Reports.withHeaders("<r2-%d@mx>".formatted(number), this.mail.messageId(), "delayed", "4.4.1",
				"451 wait"));
		comes(Reports.withHeaders("<r3-%d@mx>".formatted(number), this.mail.messageId(), "failed", "5.7.1",
				"550 spam"));

		// when
		read();

		// then
		assertThat(noted()).containsExactly("4.4.1 false 451 wait", "5.7.1 false 550 spam");
		assertThat(task()).isZero();
		assertThat(state()).isEqualTo("sent");
	}

	@Test
	void whatElseLiesThereAndWhatIsBrokenIsLeftAlone() throws Exception {
		// given
		comes("Subject: A question\r\n\r\n550 5.1.1 " + this.mail.messageId());
		comes(Reports.withOriginal("<r4-%d@mx>".formatted(number), "<mail-1-other@elsewhere>", "failed", "5.1.1",
				UNKNOWN));
		comes("Content-Type: multipart/report; report-type=delivery-status\r\nMIME-Version: 1.0\r\n\r\nno boundary");
		comes("Content-Type: multipart/report; boundary=cut\r\n\r\n--cut\r\nContent-Type: message/delivery-status\r\n\r\n\u0000");
		comes(Reports.withOriginal("<r5-%d@mx>".formatted(number), this.mail.messageId(), "failed", "5.1.1", UNKNOWN));

		// when
		read();

		// then
		assertThat(noted()).containsExactly("5.1.1 true " + UNKNOWN);
		assertThat(untouched()).hasSize(5).containsOnly(true);
	}

	@Test
	void nothingIsReadTwice() throws Exception {
		// given
		String bounce = Reports.withOriginal("<r6-%d@mx>".formatted(number), this.mail.messageId(), "failed", "4.2.2",
				"full");
		comes(bounce);
		read();
		long last = lastRead();

		// when
		read();
		comes(bounce);
		read();

		// then
		assertThat(noted()).hasSize(1);
		assertThat(lastRead()).isEqualTo(last + 1);
	}

	@Test
	void aMailboxThatCannotBeReachedSaysSo() {
		assertThatThrownBy(() -> this.mailbox.read(new BounceSettings("127.0.0.1", SERVER.getImap().getPort(), "imap",
				this.user.getLogin(), "wrong", "INBOX")))
			.isInstanceOf(MessagingException.class);
	}

	private void comes(String text) throws MessagingException {
		this.user.deliver(Reports.message(text));
	}

	private void read() throws MessagingException {
		this.mailbox.read(new BounceSettings("127.0.0.1", SERVER.getImap().getPort(), "imap", this.user.getLogin(),
				"secret", "INBOX"));
	}

	private List<Boolean> untouched() throws MessagingException {
		Session session = SERVER.getImap().createSession();
		try (Store store = session.getStore("imap")) {
			store.connect("127.0.0.1", SERVER.getImap().getPort(), this.user.getLogin(), "secret");
			try (Folder folder = store.getFolder("INBOX")) {
				folder.open(Folder.READ_ONLY);
				return Arrays.stream(folder.getMessages()).map(BounceProcessTest::isUnread).toList();
			}
		}
	}

	private static boolean isUnread(Message message) {
		try {
			return !message.isSet(Flags.Flag.SEEN) && !message.isSet(Flags.Flag.DELETED);
		}
		catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private long lastRead() {
		return this.jdbc.sql("select last_uid from bounce_mailbox where mailbox like :user || '@%'")
			.param("user", this.user.getLogin())
			.query(Long.class)
			.single();
	}

	private long task() {
		return this.tasks.createTaskQuery().processVariableValueEquals("contact", this.newcomer.value()).count();
	}

	private String because() {
		return this.jdbc.sql("select because from unreachable where contact = :contact and settled_at is null")
			.param("contact", this.newcomer.value())
			.query(String.class)
			.single();
	}

	private List<String> noted() {
		return this.jdbc
			.sql("select status || ' ' || permanent || ' ' || words from bounce where mail = :mail order by id")
			.param("mail", this.mail.id())
			.query(String.class)
			.list();
	}

	private String state() {
		return this.jdbc.sql("select state from mail where id = :mail")
			.param("mail", this.mail.id())
			.query(String.class)
			.single();
	}

}
