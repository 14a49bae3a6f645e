package org.asemeducation.stocktake.notification.transport;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

class TransportConfigurationTest {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
		.withUserConfiguration(Wiring.class);

	@Test
	void withoutAServerMailsAreKeptAsFiles() {
		this.application
			.run((context) -> assertThat(context.getBean(MailTransport.class)).isInstanceOf(OutboxTransport.class));
	}

	@Test
	void withAServerMailsGoToIt() {
		this.application
			.withPropertyValues("spring.mail.host=mail.example.org", "stocktake.mail.from=AES <aes@asem.example>",
					"stocktake.mail.reply-to=aes@asem.example")
			.run((context) -> assertThat(context.getBean(MailTransport.class)).isInstanceOf(SmtpTransport.class));
	}

	@Test
	void aServerWithoutAnAddressOfTheSecretariatStopsTheStartInWords() {
		this.application
			.withPropertyValues("spring.mail.host=mail.example.org", "stocktake.mail.from=AES <aes@asem.example>")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("STOCKTAKE_MAIL_REPLY_TO is not"));
	}

	@Test
	void anAddressThatIsNoneStopsTheStartInWords() {
		this.application.withPropertyValues("stocktake.mail.from=the secretariat")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause().isNotNull());
		this.application.withPropertyValues("stocktake.mail.from=the secretariat")
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("stocktake.mail.from is \"the secretariat\": give one address"));
	}

	@Test
	void atransportOfItsOwnWins() {
		MailTransport own = (mail) -> "taken";
		this.application.withBean("own", MailTransport.class, () -> own)
			.run((context) -> assertThat(context.getBean(MailTransport.class)).isSameAs(own));
	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ MailSettings.class, Outbox.class })
	@Import(TransportConfiguration.class)
	static class Wiring {

	}

}
