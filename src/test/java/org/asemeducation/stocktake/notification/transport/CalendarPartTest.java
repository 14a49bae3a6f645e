package org.asemeducation.stocktake.notification.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarPartTest {

	private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nX:école\r\nEND:VCALENDAR\r\n";

	private final Session session = Session.getInstance(new Properties());

	@Test
	void aCalendarTravelsAsAFileWhoseTypeNamesItsMethod() throws Exception {
		// when
		MimeMessage read = read(mail(CALENDAR));
		// then
		assertThat(read.isMimeType("multipart/mixed")).isTrue();
		Multipart parts = (Multipart) read.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).isMimeType("multipart/alternative")).isTrue();
		BodyPart file = parts.getBodyPart(1);
		ContentType type = new ContentType(file.getContentType());
		assertThat(type.getBaseType()).isEqualTo("text/calendar");
		assertThat(type.getParameter("method")).isEqualTo("CANCEL");
		assertThat(type.getParameter("charset")).isEqualToIgnoringCase("UTF-8");
		assertThat(file.getFileName()).isEqualTo("stocktake.ics");
		try (InputStream bytes = file.getInputStream()) {
			assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(CALENDAR);
		}
	}

	@Test
	void withoutACalendarThereAreTheTwoPartsOnly() throws Exception {
		assertThat(read(Mails.to("kim@example.org")).isMimeType("multipart/alternative")).isTrue();
	}

	private static OutgoingMail mail(String calendar) {
		OutgoingMail plain = Mails.to("kim@example.org");
		return new OutgoingMail(plain.id(), plain.messageId(), plain.date(), plain.from(), plain.replyTo(),
				plain.recipient(), plain.recipientName(), plain.language(), plain.subject(), plain.text(), plain.html(),
				calendar);
	}

	private MimeMessage read(OutgoingMail mail) throws Exception {
		ByteArrayOutputStream sent = new ByteArrayOutputStream();
		new MimeLetter(mail, this.session).writeTo(sent);
		return new MimeMessage(this.session, new ByteArrayInputStream(sent.toByteArray()));
	}

}
