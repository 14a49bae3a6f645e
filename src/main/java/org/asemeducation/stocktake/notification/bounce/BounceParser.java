package org.asemeducation.stocktake.notification.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;

import org.springframework.util.DigestUtils;

/**
 * Reads what servers send when a mail cannot be delivered, and takes anything else for
 * what it is: something else.
 */
final class BounceParser {

	/**
	 * Bytes of a part that are looked at: reports are short, originals begin with their
	 * headers.
	 */
	private static final int MOST = 256 * 1024;

	private static final int LONGEST_WORDS = 1000;

	private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

	private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{3,250}>");

	private BounceParser() {
	}

	/**
	 * Reads one message.
	 * @return what it reports; nothing when it reports no failure
	 * @throws MessagingException when it is broken
	 * @throws IOException when it cannot be read
	 */
	static Optional<Bounce> parse(Message message) throws MessagingException, IOException {
		if (!message.isMimeType("multipart/report")) {
			return Optional.empty();
		}
		MimeMultipart parts = new MimeMultipart(message.getDataHandler().getDataSource());
		Optional<InternetHeaders> failure = failure(parts);
		if (failure.isEmpty()) {
			return Optional.empty();
		}
		Matcher status = STATUS.matcher(header(failure.get(), "Status"));
		if (!status.find()) {
			return Optional.empty();
		}
		String words = header(failure.get(), "Diagnostic-Code").replaceFirst("(?i)^\\s*smtp\\s*;", "")
			.replaceAll("\\s+", " ")
			.strip();
		return Optional.of(new Bounce(report(message), originals(message, parts), status.group(),
				words.isEmpty() ? status.group() : words.substring(0, Math.min(words.length(), LONGEST_WORDS))));
	}

	/** The first recipient to whom it failed, now or for good. Ours have one. */
	private static Optional<InternetHeaders> failure(Multipart parts) throws MessagingException, IOException {
		for (int number = 0; number < parts.getCount(); number++) {
			BodyPart part = parts.getBodyPart(number);
			if (part.isMimeType("message/delivery-status")) {
				for (InternetHeaders recipient : groups(text(part))) {
					String action = header(recipient, "Action").strip().toLowerCase(Locale.ROOT);
					if (action.equals("failed") || action.equals("delayed")) {
						return Optional.of(recipient);
					}
				}
			}
		}
		return Optional.empty();
	}

	private static List<InternetHeaders> groups(String text) throws MessagingException {
		List<InternetHeaders> groups = new ArrayList<>();
		for (String group : text.split("\\r?\\n[ \\t]*\\r?\\n")) {
			groups.add(headers(group));
		}
		return groups;
	}

	private static List<String> originals(Message message, Multipart parts) throws MessagingException, IOException {
		List<String> originals = new ArrayList<>();
		for (int number = 0; number < parts.getCount(); number++) {
			BodyPart part = parts.getBodyPart(number);
			if (part.isMimeType("message/rfc822") && part.getContent() instanceof Message original) {
				originals.addAll(ids(String.join(" ", values(original.getHeader("Message-ID")))));
			}
			else if (part.isMimeType("text/rfc822-headers")) {
				originals.addAll(ids(header(headers(text(part)), "Message-ID")));
			}
		}
		for (String name : new String[] { "In-Reply-To", "References" }) {
			originals.addAll(ids(String.join(" ", values(message.getHeader(name)))));
		}
		return originals.stream().distinct().toList();
	}

	private static List<String> ids(String text) {
		return MESSAGE_ID.matcher(text).results().map((found) -> found.group()).toList();
	}

	private static String report(Message message) throws MessagingException, IOException {
		List<String> own = ids(String.join(" ", values(message.getHeader("Message-ID"))));
		if (!own.isEmpty()) {
			return own.get(0);
		}
		try (InputStream content = message.getInputStream()) {
			return DigestUtils.md5DigestAsHex(content.readNBytes(MOST));
		}
	}

	private static String header(InternetHeaders headers, String name) {
		return values(headers.getHeader(name)).stream().findFirst().orElse("");
	}

	private static List<String> values(String @Nullable [] values) {
		return Stream.ofNullable(values).flatMap(Arrays::stream).toList();
	}

	private static InternetHeaders headers(String text) throws MessagingException {
		return new InternetHeaders(
				new ByteArrayInputStream((text.stripLeading() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
	}

	private static String text(Part part) throws MessagingException, IOException {
		try (InputStream content = part.getDataHandler().getInputStream()) {
			return new String(content.readNBytes(MOST), StandardCharsets.UTF_8).replace("\u0000", "");
		}
	}

}
