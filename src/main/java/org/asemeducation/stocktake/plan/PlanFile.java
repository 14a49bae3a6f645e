package org.asemeducation.stocktake.plan;

import java.util.function.Supplier;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A plan file while it is being read: turns whatever is wrong with a place in it into a
 * refusal with file and line.
 *
 * @param name what its owner calls it
 */
record PlanFile(String name) {

	private static final int QUOTED = 40;

	PlanRefused refuse(Node place, String reason) {
		return new PlanRefused(this.name, PlanText.line(place), reason);
	}

	/** Builds a record; what it refuses is refused with the line of the place. */
	<T> T make(Node place, Supplier<T> record) {
		try {
			return record.get();
		}
		catch (IllegalArgumentException ex) {
			throw refuse(place, String.valueOf(ex.getMessage()));
		}
	}

	String string(Node value, String what) {
		if (!(value instanceof ScalarNode scalar)) {
			throw refuse(value, "%s should be a text, in quotes when it holds a colon".formatted(what));
		}
		if (Tag.NULL.equals(scalar.getTag())) {
			return "";
		}
		String text = scalar.getValue();
		if (text.length() > Text.LONG) {
			throw refuse(value,
					"%s has %d characters, more than the %d allowed".formatted(what, text.length(), Text.LONG));
		}
		text.codePoints().filter((point) -> !StreamReader.isPrintable(point)).findFirst().ifPresent((point) -> {
			throw refuse(value, "%s holds the character U+%04X, which cannot stand in a plan".formatted(what, point));
		});
		return text.strip();
	}

	/** Shortens what a message quotes. */
	static String quote(String text) {
		String line = oneLine(text);
		int points = line.codePointCount(0, line.length());
		return (points <= QUOTED) ? line : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
	}

	static String oneLine(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

}
