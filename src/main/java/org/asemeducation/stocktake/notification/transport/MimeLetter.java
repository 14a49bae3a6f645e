package org.asemeducation.stocktake.notification.transport;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

/**
 * A mail as it travels: a text and an HTML part, and the calendar's entry as a file
 * beside them, marked as sent by a machine so that no absence notice answers it, under a
 * Message-ID that saving does not change.
 */
final class MimeLetter extends MimeMessage {

	private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:(\\w+)");

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final String messageId;

	MimeLetter(OutgoingMail mail, Session session) throws MessagingException {
		super(session);
		this.messageId = mail.messageId();
		setFrom(new InternetAddress(mail.from()));
		setReplyTo(InternetAddress.parse(mail.replyTo()));
		setRecipient(Message.RecipientType.TO, recipient(mail));
		setSubject(mail.subject(), UTF_8);
		setSentDate(Date.from(mail.date()));
		setHeader("Auto-Submitted", "auto-generated");
		setContentLanguage(new String[] { mail.language() });
		MimeMultipart parts = new MimeMultipart("alternative");
		parts.addBodyPart(part(mail.text(), "plain"));
		parts.addBodyPart(part(mail.html(), "html"));
		setContent((mail.calendar() != null) ? withCalendar(parts, mail.calendar()) : parts);
		saveChanges();
	}

	private static InternetAddress recipient(OutgoingMail mail) throws MessagingException {
		try {
			InternetAddress address = new InternetAddress(mail.recipient(), mail.recipientName(), UTF_8);
			address.validate();
			return address;
		}
		catch (UnsupportedEncodingException ex) {
			throw new MessagingException("This Java does not know UTF-8.", ex);
		}
	}

	private static MimeBodyPart part(String content, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(content, UTF_8, subtype);
		return part;
	}

	/** The type names the method, or else programs show a file instead of a day. */
	private static MimeMultipart withCalendar(MimeMultipart letter, String calendar) throws MessagingException {
		MimeBodyPart words = new MimeBodyPart();
		words.setContent(letter);
		Matcher method = METHOD.matcher(calendar);
		String named = method.find() ? "; method=" + method.group(1) : "";
		MimeBodyPart file = new MimeBodyPart();
		file.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.getBytes(StandardCharsets.UTF_8),
				"text/calendar; charset=UTF-8" + named + "; name=\"stocktake.ics\"")));
		file.setFileName("stocktake.ics");
		file.setDisposition(Part.ATTACHMENT);
		return new MimeMultipart("mixed", words, file);
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

}
