package org.asemeducation.stocktake.rehearsal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A part of a scenario file, read with the words that name it, so that a mistake can be
 * shown where it stands.
 *
 * @param file the file
 * @param where the part, such as {@code event 3}
 * @param value texts, numbers, lists and maps
 */
record Node(String file, String where, @Nullable Object value) {

	Node child(String key) {
		return new Node(this.file, this.where.isEmpty() ? key : this.where + ", " + key, map().get(key));
	}

	boolean has(String key) {
		return map().get(key) != null;
	}

	boolean isMissing() {
		return this.value == null;
	}

	Node only(String... keys) {
		Set<String> unknown = new TreeSet<>(map().keySet());
		unknown.removeAll(Set.of(keys));
		if (!unknown.isEmpty()) {
			throw wrong(
					"\"%s\" is not known here; use %s".formatted(unknown.iterator().next(), String.join(", ", keys)));
		}
		return this;
	}

	@SuppressWarnings("unchecked")
	Map<String, Object> map() {
		if (!(this.value instanceof Map<?, ?> map) || !map.keySet().stream().allMatch(String.class::isInstance)) {
			throw wrong("give names with values");
		}
		return (Map<String, Object>) map;
	}

	List<Node> list(String label) {
		if (this.value == null) {
			return List.of();
		}
		if (!(this.value instanceof List<?> list)) {
			throw wrong("give a list");
		}
		List<Node> nodes = new ArrayList<>();
		for (Object entry : list) {
			nodes.add(new Node(this.file, "%s %d".formatted(label, nodes.size() + 1), entry));
		}
		return nodes;
	}

	String text() {
		if (this.value == null) {
			throw wrong("is missing");
		}
		if (this.value instanceof List || this.value instanceof Map) {
			throw wrong("give one text");
		}
		String text = this.value.toString().strip();
		if (text.isEmpty()) {
			throw wrong("is empty");
		}
		return text;
	}

	String text(String otherwise) {
		return isMissing() ? otherwise : text();
	}

	LocalDate date() {
		try {
			return LocalDate.parse(text());
		}
		catch (DateTimeException ex) {
			throw wrong("\"%s\" is not a date; write it as 2023-06-05".formatted(text()));
		}
	}

	LocalDate date(LocalDate otherwise) {
		return isMissing() ? otherwise : date();
	}

	boolean yesOrNo() {
		if (!Set.of("true", "false").contains(text("false"))) {
			throw wrong("\"%s\" is neither true nor false".formatted(text()));
		}
		return Boolean.parseBoolean(text("false"));
	}

	ZoneId zone() {
		if (!ZoneId.getAvailableZoneIds().contains(text())) {
			throw wrong("\"%s\" is not a time zone; write it as Europe/Rome".formatted(text()));
		}
		return ZoneId.of(text());
	}

	@Nullable ZoneId zoneIfAny() {
		return isMissing() ? null : zone();
	}

	String email() {
		if (!text().matches("[^@\\s<>]+@[^@\\s<>]+")) {
			throw wrong("\"%s\" is not an e-mail address; write it as desk@asef.example".formatted(text()));
		}
		return text();
	}

	<E extends Enum<E>> E oneOf(Class<E> kinds) {
		try {
			return Enum.valueOf(kinds, text());
		}
		catch (IllegalArgumentException ex) {
			throw wrong("\"%s\" is not known; use one of %s".formatted(text(), List.of(kinds.getEnumConstants())));
		}
	}

	BadScenario wrong(String reason) {
		return BadScenario.at(this.file, this.where.isEmpty() ? "the file" : this.where, reason);
	}

}
