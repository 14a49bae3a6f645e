package org.asemeducation.stocktake.notification.transport;

import org.asemeducation.stocktake.engine.SwitchableClock;

/**
 * Lets no mail of a simulated time, such as the demonstration's past, leave the machine.
 */
final class RealTimeTransport implements MailTransport {

	private final MailTransport real;

	private final MailTransport simulated;

	private final SwitchableClock clock;

	RealTimeTransport(MailTransport real, MailTransport simulated, SwitchableClock clock) {
		this.real = real;
		this.simulated = simulated;
		this.clock = clock;
	}

	@Override
	public String send(OutgoingMail mail) {
		return (this.clock.isSimulating() ? this.simulated : this.real).send(mail);
	}

	@Override
	public void check() {
		this.real.check();
	}

}
