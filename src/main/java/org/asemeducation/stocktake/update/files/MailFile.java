package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a mail as it was saved: it has a head with a sender and a date, and its
 * parts can be told apart. What its attachments hold is not looked at.
 */
final class MailFile {

	private static final Pattern FIRST_LINE = Pattern
		.compile("(From [^\\r\\n]{1,300}\\r?\\n)?[A-Za-z][A-Za-z0-9-]{0,75}:[ \\t\\r\\n]");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	/** Of the head, in bytes. */
	private static final int LONGEST_HEAD = 256 << 10;

	private static final int MOST_PARTS = 500;

	private static final int DEEPEST = 20;

	private static final int LONGEST = 120;

	private final Path file;

	private int parts;

	private int attachments;

	private MailFile(Path file) {
		this.file = file;
	}

	/** Whether it begins as a mail does. */
	static boolean beginsLike(String latin) {
		return latin.indexOf('\0') < 0 && FIRST_LINE.matcher(latin).lookingAt();
	}

	/**
	 * Checks.
	 * @param file a file that begins as a mail does
	 * @return what was found, such as {@code a mail of 5 June 2023 from A. Person, “Our
	 * update”, with 2 attachments}
	 * @throws NotTaken when it is none
	 */
	static String check(Path file) throws IOException {
		return new MailFile(file).found();
	}

	private String found() throws IOException {
		requireHead();
		try (SharedFileInputStream in = new SharedFileInputStream(this.file.toFile())) {
			MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
			String sender = sender(mail);
			Date sent = mail.getSentDate();
			if (sender == null || sent == null) {
				throw none();
			}
			count(mail, 0);
			return words(sender, DAY.format(sent.toInstant().atOffset(ZoneOffset.UTC)), clean(mail.getSubject()));
		}
		catch (MessagingException | RuntimeException ex) {
			throw NotTaken.damaged();
		}
	}

	private String words(String sender, String day, String subject) {
		List<String> words = new ArrayList<>(List.of("a mail of %s from %s".formatted(day, sender)));
		words.add(subject.isEmpty() ? "without a subject" : "“%s”".formatted(subject));
		if (this.attachments > 0) {
			words
				.add((this.attachments == 1) ? "with 1 attachment" : "with %d attachments".formatted(this.attachments));
		}
		return String.join(", ", words);
	}

	/** A head without an end would be read into memory as a whole. */
	private void requireHead() throws IOException {
		try (InputStream in = Files.newInputStream(this.file)) {
			String head = new String(in.readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
			if (!head.contains("\n\n") && !head.contains("\r\n\r\n")) {
				throw none();
			}
		}
	}

	private static @Nullable String sender(MimeMessage mail) throws MessagingException {
		String[] from = mail.getHeader("From");
		if (from == null || from.length != 1) {
			return null;
		}
		InternetAddress[] senders = InternetAddress.parseHeader(from[0], false);
		if (senders.length == 0 || !senders[0].getAddress().contains("@")) {
			return null;
		}
		String name = clean(senders[0].getPersonal());
		String address = clean(senders[0].getAddress());
		return name.isEmpty() ? address : "%s (%s)".formatted(name, address);
	}

	private void count(Part part, int depth) throws MessagingException, IOException {
		if (++this.parts > MOST_PARTS || depth > DEEPEST) {
			throw new NotTaken("it has more parts than a mail has. Attach what matters of it by itself.");
		}
		if (part.isMimeType("multipart/*")) {
			Multipart several = (Multipart) part.getContent();
			for (int number = 0; number < several.getCount(); number++) {
				count(several.getBodyPart(number), depth + 1);
			}
		}
		else if (depth > 0 && (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null)) {
			this.attachments++;
		}
	}

	/**
	 * What somebody wrote becomes a line of ours: no line ends, nothing that turns it
	 * round.
	 */
	private static String clean(@Nullable String text) {
		String plain = (text != null) ? text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip() : "";
		return (plain.length() <= LONGEST) ? plain : plain.substring(0, LONGEST).strip() + " …";
	}

	private static NotTaken none() {
		return new NotTaken(
				"it holds text, not a mail with a sender and a date. Save the mail again as .eml, or as a file to be printed.");
	}

}
