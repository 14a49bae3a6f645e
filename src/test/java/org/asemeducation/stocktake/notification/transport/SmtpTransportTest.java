package org.asemeducation.stocktake.notification.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Date;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmtpTransportTest {

	@RegisterExtension
	static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

	@Test
	void headersSayWhatTheMailIs() throws Exception {
		// when
		transport(SERVER.getSmtp().getPort()).send(Mails.to("desk@asef.example"));
		// then
		MimeMessage received = SERVER.getReceivedMessages()[0];
		assertThat(received.getMessageID()).isEqualTo("<mail-12-0123456789abcdef@stocktake.example.org>");
		assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(received.getHeader("Content-Language")).containsExactly("en");
		assertThat(received.getReplyTo()[0]).hasToString("aes@example.org");
		assertThat(received.getFrom()[0]).hasToString("ASEM Education Secretariat <stocktake@example.org>");
		assertThat(received.getSubject()).isEqualTo("Please submit – by Friday");
		assertThat(received.getSentDate()).isEqualTo(Date.from(Mails.to("x@example.org").date()));
		assertThat(received.getAllRecipients()).singleElement()
			.satisfies((recipient) -> assertThat(recipient.toString()).endsWith("<desk@asef.example>"));
	}

	@Test
	void theServersWordsAreHandedBack() {
		assertThat(transport(SERVER.getSmtp().getPort()).send(Mails.to("desk@asef.example"))).startsWith("250 ");
	}

	@Test
	void bothPartsAreThereTheTextFirst() throws Exception {
		// when
		transport(SERVER.getSmtp().getPort()).send(Mails.to("desk@asef.example"));
		// then
		MimeMessage received = SERVER.getReceivedMessages()[0];
		assertThat(received.getContentType()).startsWith("multipart/alternative");
		MimeMultipart parts = (MimeMultipart) received.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Text – part");
		assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
		assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>HTML – part</p>");
	}

	@Test
	void aRefusedRecipientIsPassedOnInTheServersWords() throws Exception {
		// given
		try (RefusingServer server = new RefusingServer("550 5.1.1 nobody of that name here")) {
			// when, then
			assertThatThrownBy(() -> transport(server.port()).send(Mails.to("nobody@asef.example")))
				.isInstanceOf(AddressRefusedException.class)
				.hasMessage("550 5.1.1 nobody of that name here");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "550 5.7.1 relaying denied", "550 5.2.2 mailbox full", "451 4.1.1 not now", "421 too busy" })
	void aRefusalThatMayEndSaysNothingAboutTheAddress(String words) throws Exception {
		// given
		try (RefusingServer server = new RefusingServer(words)) {
			// when, then
			assertThatThrownBy(() -> transport(server.port()).send(Mails.to("somebody@asef.example")))
				.isInstanceOf(NotDeliveredException.class)
				.isNotInstanceOf(AddressRefusedException.class)
				.hasMessageContaining(words);
		}
	}

	@Test
	void aServerThatNeverAnswersIsGivenUp() throws Exception {
		// given
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			JavaMailSenderImpl sender = sender(silent.getLocalPort());
			sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "100");
			// when, then
			assertThatThrownBy(() -> new SmtpTransport(sender).send(Mails.to("desk@asef.example")))
				.isInstanceOf(NotDeliveredException.class)
				.hasMessageContaining("timed out");
		}
	}

	@Test
	void aServerThatIsNotThereIsNamed() throws IOException {
		// given
		int free;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		// when, then
		assertThatThrownBy(() -> transport(free).send(Mails.to("desk@asef.example")))
			.isInstanceOf(NotDeliveredException.class)
			.hasMessageContaining("onnect");
	}

	@Test
	void aLookAtAServerThatAnswersSendsNothing() throws Exception {
		// when
		transport(SERVER.getSmtp().getPort()).check();
		// then
		assertThat(SERVER.getReceivedMessages()).isEmpty();
	}

	@Test
	void aLookAtAServerThatNeverAnswersIsGivenUp() throws Exception {
		// given
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			JavaMailSenderImpl sender = sender(silent.getLocalPort());
			sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "100");
			// when, then
			assertThatThrownBy(() -> new SmtpTransport(sender).check()).isInstanceOf(NotDeliveredException.class)
				.hasMessageContaining("timed out");
		}
	}

	@Test
	void aLookAtAServerThatIsNotThereSaysSo() {
		assertThatThrownBy(() -> transport(1).check()).isInstanceOf(NotDeliveredException.class)
			.hasMessageContaining("onnect");
	}

	@Test
	void everyStepHasATimeOutUnlessOneIsSet() {
		// given
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
		// when
		new SmtpTransport(sender);
		// then
		assertThat(sender.getJavaMailProperties()).containsEntry("mail.smtp.connectiontimeout", "10000")
			.containsEntry("mail.smtp.timeout", "5000")
			.containsEntry("mail.smtp.writetimeout", "10000");
	}

	private static SmtpTransport transport(int port) {
		return new SmtpTransport(sender(port));
	}

	private static JavaMailSenderImpl sender(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		return sender;
	}

}
