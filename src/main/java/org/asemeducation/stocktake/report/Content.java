package org.asemeducation.stocktake.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.asemeducation.stocktake.report.model.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * A reader of saved form content that takes what is there and misses nothing loudly: a
 * form of an earlier year may lack a field.
 *
 * @param node the content or a part of it
 */
record Content(JsonNode node) {

	/** The text of a field; {@code null} when it is absent, blank or not a text. */
	@Nullable String text(String field) {
		return text(this.node.path(field));
	}

	List<String> texts(String field) {
		return StreamSupport.stream(this.node.path(field).spliterator(), false)
			.map(Content::text)
			.filter(Objects::nonNull)
			.toList();
	}

	/** The items of a list in which at least one of the fields says something. */
	Stream<Content> items(String list, String... fields) {
		return StreamSupport.stream(this.node.path(list).spliterator(), false)
			.map(Content::new)
			.filter((item) -> Arrays.stream(fields).anyMatch((field) -> item.text(field) != null));
	}

	Content child(String field) {
		return new Content(this.node.path(field));
	}

	Stream<Integer> positions() {
		return this.node.properties()
			.stream()
			.map(Map.Entry::getKey)
			.filter((key) -> key.matches("[1-9][0-9]{0,3}"))
			.map(Integer::valueOf);
	}

	int number(String field) {
		return this.node.path(field).asInt();
	}

	boolean isTrue(String field) {
		return this.node.path(field).asBoolean();
	}

	private static @Nullable String text(JsonNode value) {
		String text = value.isValueNode() && !value.isNull() ? CleanText.of(value.asText()) : "";
		return text.isEmpty() ? null : text;
	}

}
