package org.asemeducation.stocktake.notification.transport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * SMTP when {@code spring.mail.host} is set, else files.
 */
@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MailTransport mailTransport(ObjectProvider<JavaMailSenderImpl> sender, MailSettings settings, Outbox outbox) {
		JavaMailSenderImpl smtp = sender.getIfAvailable();
		if (smtp == null) {
			return new OutboxTransport(outbox.outbox());
		}
		settings.requireReal();
		return new SmtpTransport(smtp);
	}

}
