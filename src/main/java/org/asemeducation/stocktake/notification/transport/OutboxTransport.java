package org.asemeducation.stocktake.notification.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

/**
 * Keeps mails as {@code .eml} files that any mail program opens, for the time before a
 * server is set. The names sort by time: time in UTC, recipient, the ledger's number; a
 * file bears the date of its mail. Only the owner may read them where the file system
 * knows owners, and no half-written file ever bears a mail's name.
 */
public final class OutboxTransport implements MailTransport {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int LONGEST_RECIPIENT = 100;

	private final Path directory;

	private final Session session = Session.getInstance(new Properties());

	/**
	 * An outbox in a directory that is made with the first mail.
	 * @param directory where the files go
	 */
	public OutboxTransport(Path directory) {
		this.directory = directory;
	}

	@Override
	public String send(OutgoingMail mail) {
		try {
			Files.createDirectories(this.directory);
			Path unfinished = Files.createTempFile(this.directory, ".mail-", ".part");
			try {
				try (OutputStream out = Files.newOutputStream(unfinished)) {
					new MimeLetter(mail, this.session).writeTo(out);
				}
				Files.setLastModifiedTime(unfinished, FileTime.from(mail.date()));
				Files.move(unfinished, this.directory.resolve(name(mail)), StandardCopyOption.REPLACE_EXISTING);
				return "kept as " + name(mail);
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
		}
		catch (IOException | MessagingException ex) {
			throw new NotDeliveredException("it could not be written to %s: %s".formatted(this.directory, ex), ex);
		}
	}

	@Override
	public void check() {
		try {
			Files.createDirectories(this.directory);
			Path probe = Files.createTempFile(this.directory, ".probe-", ".part");
			try {
				Files.writeString(probe, "a disk that is full takes no byte");
			}
			finally {
				Files.deleteIfExists(probe);
			}
		}
		catch (IOException ex) {
			throw new NotDeliveredException("nothing can be written to %s: %s".formatted(this.directory, ex), ex);
		}
	}

	private static String name(OutgoingMail mail) {
		String recipient = mail.recipient().replaceAll("[^A-Za-z0-9@._+-]", "_");
		return "%s-%s-%d.eml".formatted(TIME.format(mail.date()),
				recipient.substring(0, Math.min(recipient.length(), LONGEST_RECIPIENT)), mail.id());
	}

}
