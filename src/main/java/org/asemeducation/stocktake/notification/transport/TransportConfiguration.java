package org.asemeducation.stocktake.notification.transport;

import org.asemeducation.stocktake.engine.SwitchableClock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * SMTP when {@code spring.mail.host} is set, else files. Mails of a simulated time are
 * files in any case.
 */
@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MailTransport mailTransport(ObjectProvider<JavaMailSenderImpl> sender, MailSettings settings, Outbox outbox,
			ObjectProvider<SwitchableClock> clock) {
		OutboxTransport files = new OutboxTransport(outbox.outbox());
		JavaMailSenderImpl smtp = sender.getIfAvailable();
		if (smtp == null) {
			return files;
		}
		settings.requireReal();
		SmtpTransport server = new SmtpTransport(smtp);
		return clock.stream()
			.findAny()
			.<MailTransport>map((switchable) -> new RealTimeTransport(server, files, switchable))
			.orElse(server);
	}

}
