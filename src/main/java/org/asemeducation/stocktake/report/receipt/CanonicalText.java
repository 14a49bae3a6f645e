package org.asemeducation.stocktake.report.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The one way to write a submitted text, so that anybody comes to the same checksum: JSON
 * by RFC 8785, that is with names in order, without spaces, in UTF-8.
 */
final class CanonicalText {

	private CanonicalText() {
	}

	static byte[] of(JsonNode content) {
		StringBuilder text = new StringBuilder();
		write(content, text);
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	static String sha256(JsonNode content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(content)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void write(JsonNode value, StringBuilder text) {
		if (value.isObject()) {
			String before = "{";
			Set<String> names = new TreeSet<>();
			value.fieldNames().forEachRemaining(names::add);
			for (String name : names) {
				text.append(before);
				write(name, text);
				write(value.get(name), text.append(':'));
				before = ",";
			}
			text.append(names.isEmpty() ? "{}" : "}");
		}
		else if (value.isArray()) {
			String before = "[";
			for (JsonNode part : value) {
				write(part, text.append(before));
				before = ",";
			}
			text.append(value.isEmpty() ? "[]" : "]");
		}
		else if (value.isTextual()) {
			write(value.asText(), text);
		}
		else {
			text.append(value.asText());
		}
	}

	private static void write(String value, StringBuilder text) {
		text.append('"');
		for (char sign : value.toCharArray()) {
			switch (sign) {
				case '"' -> text.append("\\\"");
				case '\\' -> text.append("\\\\");
				case '\b' -> text.append("\\b");
				case '\t' -> text.append("\\t");
				case '\n' -> text.append("\\n");
				case '\f' -> text.append("\\f");
				case '\r' -> text.append("\\r");
				default -> {
					if (sign < ' ') {
						text.append("\\u%04x".formatted((int) sign));
					}
					else {
						text.append(sign);
					}
				}
			}
		}
		text.append('"');
	}

}
