package org.asemeducation.stocktake.notification.transport;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * One connection carries mail after mail, and no mail fails or is sent twice for it.
 */
class OpenConnectionsTest {

	private final Sink server = new Sink();

	private final SmtpTransport transport = new SmtpTransport(sender());

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void aConnectionIsKeptForTheNextMail() {
		// when
		send(3);
		// then
		assertThat(this.server.mails()).isEqualTo(3);
		assertThat(this.server.connections()).isOne();
	}

	@Test
	void aServerThatHangsUpOnTheIdleIsCalledAgain() throws IOException {
		// given
		send(1);
		// when
		this.server.hangUp();
		send(1);
		// then
		assertThat(this.server.mails()).isEqualTo(2);
		assertThat(this.server.connections()).isEqualTo(2);
	}

	@Test
	void aConnectionThatFailedIsNotUsedAgain() {
		// given
		this.server.answer("451 4.3.0 try again later");
		assertThatThrownBy(() -> send(1)).isInstanceOf(NotDeliveredException.class)
			.hasMessageContaining("451 4.3.0 try again later");
		// when
		this.server.answer("250 taken");
		send(1);
		// then
		assertThat(this.server.connections()).isEqualTo(2);
	}

	@Test
	void aConnectionCarriesNoMoreMailsThanServersTake() {
		// when
		send(101);
		// then
		assertThat(this.server.mails()).isEqualTo(101);
		assertThat(this.server.connections()).isEqualTo(2);
	}

	private void send(int mails) {
		for (int mail = 0; mail < mails; mail++) {
			this.transport.send(Mails.to("desk@asef.example"));
		}
	}

	private JavaMailSenderImpl sender() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.server.port());
		return sender;
	}

}
