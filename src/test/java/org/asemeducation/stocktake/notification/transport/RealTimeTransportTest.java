package org.asemeducation.stocktake.notification.transport;

import org.asemeducation.stocktake.engine.SwitchableClock;
import org.junit.jupiter.api.Test;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class RealTimeTransportTest {

	private final MailTransport server = mock(MailTransport.class);

	private final MailTransport files = mock(MailTransport.class);

	private final SwitchableClock clock = mock(SwitchableClock.class);

	private final RealTimeTransport transport = new RealTimeTransport(this.server, this.files, this.clock);

	@Test
	void mailsOfTheRealTimeGoToTheServer() {
		// when
		this.transport.send(Mails.to("desk@asef.example"));

		// then
		verify(this.server).send(Mails.to("desk@asef.example"));
		verifyNoInteractions(this.files);
	}

	@Test
	void mailsOfASimulatedTimeNeverDo() {
		// given
		given(this.clock.isSimulating()).willReturn(true);

		// when
		this.transport.send(Mails.to("desk@asef.example"));

		// then
		verify(this.files).send(Mails.to("desk@asef.example"));
		verifyNoInteractions(this.server);
	}

}
