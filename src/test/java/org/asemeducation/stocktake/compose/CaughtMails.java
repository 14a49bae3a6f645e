package org.asemeducation.stocktake.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

/**
 * What the mail catcher has, by the interface of Mailpit.
 */
record CaughtMails(URI catcher) {

	private static final ObjectMapper JSON = new ObjectMapper();

	/**
	 * Waits for a mail.
	 * @return its text
	 */
	String await(String recipient, String subject) {
		Awaitility.await("a mail to %s about %s".formatted(recipient, subject))
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofSeconds(1))
			.until(() -> !of(recipient, subject).isEmpty());
		return text(of(recipient, subject).get(0).path("ID").asText());
	}

	List<JsonNode> of(String recipient, String subject) {
		return all().stream()
			.filter((mail) -> mail.path("To").toString().contains("\"" + recipient + "\""))
			.filter((mail) -> mail.path("Subject").asText().contains(subject))
			.toList();
	}

	List<JsonNode> all() {
		List<JsonNode> all = new ArrayList<>();
		try {
			JSON.readTree(get("/api/v1/messages?limit=1000")).path("messages").forEach(all::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return all;
	}

	/**
	 * The link in a text that begins with an address.
	 */
	static String link(String text, String beginning) {
		Matcher link = Pattern.compile(Pattern.quote(beginning) + "\\S+").matcher(text);
		if (!link.find()) {
			throw new AssertionError("No link to %s in: %s".formatted(beginning, text));
		}
		return link.group();
	}

	private String text(String id) {
		try {
			return text(new MimeMessage((Session) null,
					new ByteArrayInputStream(get("/api/v1/message/" + id + "/raw").getBytes())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Part part) throws MessagingException, IOException {
		if (part.getContent() instanceof Multipart parts) {
			return text(parts.getBodyPart(0)); // the plain text comes first
		}
		return part.getContent().toString();
	}

	private String get(String path) {
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(this.catcher.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
