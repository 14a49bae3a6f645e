package org.asemeducation.stocktake.watch;

import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether mails could leave now. Nothing is sent for it.
 */
class MailHealth implements HealthIndicator {

	private final MailTransport transport;

	MailHealth(MailTransport transport) {
		this.transport = transport;
	}

	@Override
	public Health health() {
		try {
			this.transport.check();
			return Health.up().build();
		}
		catch (NotDeliveredException ex) {
			return Health.down()
				.withDetail("reason",
						"No mail can leave; those that wait are tried again by themselves: " + ex.getMessage())
				.build();
		}
	}

}
