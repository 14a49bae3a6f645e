package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.report.html.Markup;
import org.asemeducation.stocktake.update.FieldLabel;

/**
 * Writes what stands in a column so that a person can read it: names in place of numbers,
 * moments with their zone, and the answers of forms under the forms' own labels.
 */
final class Values {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter
		.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Names names;

	private final Files files;

	Values(Names names, Files files) {
		this.names = names;
		this.files = files;
	}

	static String moment(Instant at) {
		return MOMENT.format(at);
	}

	void write(Sheet sheet, Column column, Object value) throws IOException {
		Markup out = sheet.markup();
		if (value instanceof List<?> list) {
			out.tag("<ul>");
			for (Object one : list) {
				out.tag("<li dir=\"auto\">")
					.text(column.isPerson() ? this.names.account(one.toString()) : one.toString())
					.tag("</li>");
			}
			out.tag("</ul>");
		}
		else if (column.type().equals("jsonb")) {
			json(sheet, JSON.readTree(value.toString()), "");
		}
		else if (column.pointsAt().equals("update_file")) {
			this.files.link(sheet, value.toString());
		}
		else {
			out.text(words(column, value));
		}
	}

	String words(Column column, Object value) {
		if (value instanceof Instant at) {
			return moment(at);
		}
		if (value instanceof java.sql.Date day) {
			return DAY.format(day.toLocalDate());
		}
		if (value instanceof Boolean yes) {
			return yes ? "yes" : "no";
		}
		return switch (column.pointsAt()) {
			case "contact" -> this.names.contact(((Number) value).longValue());
			case "party" -> this.names.party(((Number) value).longValue());
			default -> column.isPerson() ? this.names.account(value.toString())
					: column.coded() ? value.toString().replace('-', ' ') : value.toString();
		};
	}

	private void json(Sheet sheet, JsonNode node, String key) throws IOException {
		Markup out = sheet.markup();
		if (node.isArray()) {
			out.tag("<ul>");
			for (JsonNode one : node) {
				out.tag("<li dir=\"auto\">");
				json(sheet, one, key);
				out.tag("</li>");
			}
			out.tag("</ul>");
		}
		else if (node.isObject()) {
			out.tag("<dl>");
			for (Map.Entry<String, JsonNode> one : node.properties()
				.stream()
				.filter((it) -> isSaid(it.getValue()))
				.sorted(Comparator.comparingInt((it) -> FieldLabel.position(it.getKey())))
				.toList()) {
				out.tag("<div><dt>%s</dt><dd dir=\"auto\">", label(one.getKey()));
				json(sheet, one.getValue(), one.getKey());
				out.tag("</dd></div>");
			}
			out.tag("</dl>");
		}
		else if (key.equals("file")) {
			this.files.link(sheet, node.asText());
		}
		else {
			out.text(node.isBoolean() ? (node.asBoolean() ? "yes" : "no") : node.asText());
		}
	}

	private static boolean isSaid(JsonNode value) {
		return value.isContainerNode() ? !value.isEmpty() : !value.isNull() && !value.asText().isEmpty();
	}

	/** The form's label, or else the name with its words apart. */
	private static String label(String key) {
		boolean known = Arrays.stream(FieldLabel.values()).anyMatch((label) -> label.field().equals(key));
		if (known) {
			return FieldLabel.of(key);
		}
		String words = key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
		return words.isEmpty() ? key : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

}
