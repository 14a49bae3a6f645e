package org.asemeducation.stocktake.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

/**
 * The mails in the outbox, as those who get them read them.
 */
public final class Letterbox {

	private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/i/[^\\s]+)");

	private final Path outbox;

	public Letterbox(Path outbox) {
		this.outbox = outbox;
	}

	/**
	 * Waits for a mail.
	 * @param recipient the e-mail address
	 * @param words which must stand in its subject or text
	 * @param meanwhile done before each look
	 * @return its text
	 */
	public String await(String recipient, String words, Runnable meanwhile) {
		return Awaitility.await("a mail to %s with \"%s\"".formatted(recipient, words))
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> {
				meanwhile.run();
				return to(recipient).stream().filter((mail) -> mail.contains(words)).findFirst().orElse("");
			}, (mail) -> !mail.isEmpty());
	}

	/**
	 * All mails to somebody.
	 * @param recipient the e-mail address
	 * @return their subjects and texts
	 */
	public List<String> to(String recipient) {
		if (!Files.isDirectory(this.outbox)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.outbox)) {
			return files.filter((file) -> file.toString().endsWith(".eml"))
				.filter((file) -> file.getFileName().toString().contains(recipient))
				.sorted()
				.map(Letterbox::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The link to an initiative's update; the tests' port is not known when mails are
	 * written, so only the path counts.
	 * @param mail its text
	 * @param initiative its id
	 * @return the path
	 */
	public static String link(String mail, String initiative) {
		return LINK.matcher(mail)
			.results()
			.map((found) -> found.group(1))
			.filter((path) -> path.endsWith("/" + initiative))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No link to %s in this mail:%n%s".formatted(initiative, mail)));
	}

	private static String read(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
			Object text = mail.getContent();
			while (text instanceof Multipart parts) {
				text = parts.getBodyPart(0).getContent();
			}
			return "%s%n%n%s".formatted(mail.getSubject(), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
