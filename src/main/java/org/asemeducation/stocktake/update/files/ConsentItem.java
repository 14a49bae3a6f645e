package org.asemeducation.stocktake.update.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What somebody agreed to: a file, or words and an address. It stays the same from
 * version to version as long as these do.
 */
public final class ConsentItem {

	private static final int SHOWN = 80;

	private ConsentItem() {
	}

	/**
	 * Names an item of an update's pictures and testimonials.
	 * @param item as it stands in the text
	 * @return the same for the same file, else for the same words and address
	 */
	public static String of(JsonNode item) {
		String file = item.path("file").asText();
		return file.isBlank() ? "said:" + sha256(Stream.of("link", "words", "caption")
			.map((part) -> item.path(part).asText().strip())
			.collect(Collectors.joining("\n"))) : "file:" + file;
	}

	/** What it is called in a list. */
	static String name(JsonNode item) {
		String name = Stream.of("caption", "words", "link", "alternative")
			.map((part) -> item.path(part).asText().strip())
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("without a name");
		return (name.length() <= SHOWN) ? name : name.substring(0, SHOWN).strip() + " …";
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
