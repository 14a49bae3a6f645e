package org.asemeducation.stocktake.notification.transport;

import java.time.Instant;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailHeaderTest {

	private static final Session SESSION = Session.getInstance(new Properties());

	@ParameterizedTest
	@ValueSource(strings = { "Kim\r\nBcc: all@example.org", "Kim\nX: 1", "Kim\rX: 1" })
	void noLineEndsWithinAHeader(String words) {
		assertThatIllegalArgumentException().isThrownBy(() -> mail(words, "Kim"))
			.withMessageContaining("would break its header");
		assertThatIllegalArgumentException().isThrownBy(() -> mail("Please submit", words));
	}

	@Property(tries = 300)
	void anyWordsAreOneHeader(@ForAll String words) throws MessagingException {
		String line = words.replaceAll("[\r\n]", " ");

		MimeLetter letter = new MimeLetter(mail(line, line), SESSION);

		assertThat(letter.getHeader("Subject")).hasSize(1);
		assertThat(letter.getHeader("To")).hasSize(1);
		assertThat(letter.getHeader("Bcc")).isNull();
		assertThat(letter.getAllRecipients()).hasSize(1);
	}

	@Test
	void whatLooksLikeAHeaderIsText() throws MessagingException {
		MimeLetter letter = new MimeLetter(mail("Bcc: all@example.org", "\"<all@example.org>,"), SESSION);

		assertThat(letter.getSubject()).isEqualTo("Bcc: all@example.org");
		assertThat(letter.getAllRecipients()).extracting(Object::toString)
			.singleElement()
			.asString()
			.endsWith("<kim@example.org>");
	}

	private static OutgoingMail mail(String subject, String name) {
		return new OutgoingMail(1, "<mail-1@stocktake.example.org>", Instant.EPOCH, "aes@example.org",
				"aes@example.org", "kim@example.org", name, "en", subject, "Text", "<p>Text</p>", null);
	}

}
