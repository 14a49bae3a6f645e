package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One entry of a plan file: its keys, checked against its {@link Shape}, and their
 * values, each refused with its line when it is not what it should be.
 */
final class Entry {

	private final PlanFile file;

	private final Shape shape;

	private final Node node;

	private final Map<String, Node> values = new LinkedHashMap<>();

	Entry(PlanFile file, Shape shape, Node node) {
		this.file = file;
		this.shape = shape;
		this.node = node;
		if (!(node instanceof MappingNode map)) {
			throw file.refuse(node,
					"%s should be keys and values, as in \"%s: …\"".formatted(shape.what(), shape.known().get(0)));
		}
		for (NodeTuple tuple : map.getValue()) {
			if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
				throw file.refuse(tuple.getKeyNode(), "a key of %s should be a word".formatted(name()));
			}
			String key = scalar.getValue();
			if (this.values.containsKey(key)) {
				throw file.refuse(tuple.getKeyNode(), "\"%s\" stands twice in %s".formatted(key, name()));
			}
			if (!shape.has(key)) {
				throw file.refuse(tuple.getKeyNode(),
						"\"%s\" is not a key of %s; %s".formatted(PlanFile.quote(key), name(), shape.hint(key)));
			}
			this.values.put(key, tuple.getValueNode());
		}
	}

	/** What to call it in a message. */
	String name() {
		return (this.values.get(this.shape.names()) instanceof ScalarNode scalar)
				? "%s %s".formatted(this.shape.what(), PlanFile.quote(scalar.getValue())) : this.shape.what();
	}

	String text(String key) {
		return textIfAny(key).orElseThrow(() -> refuse(key, "%s has no \"%s\"".formatted(name(), key)));
	}

	Optional<String> textIfAny(String key) {
		return value(key)
			.map((value) -> PlanFile.oneLine(this.file.string(value, "\"%s\" of %s".formatted(key, name()))))
			.filter((text) -> !text.isEmpty());
	}

	/**
	 * A text that has to pass a check; what the check refuses is refused with its line.
	 */
	Optional<String> textIfAny(String key, UnaryOperator<String> check) {
		return textIfAny(key).map((text) -> make(key, () -> check.apply(text)));
	}

	int number(String key) {
		String text = text(key);
		if (!text.matches("[0-9]{1,6}")) {
			throw refuse(key,
					"\"%s\" of %s should be a number, not \"%s\"".formatted(key, name(), PlanFile.quote(text)));
		}
		return Integer.parseInt(text);
	}

	Optional<Boolean> flag(String key) {
		return textIfAny(key, (text) -> {
			if (!text.equals("true") && !text.equals("false")) {
				throw new IllegalArgumentException("\"%s\" of %s should be true or false, not \"%s\"".formatted(key,
						name(), PlanFile.quote(text)));
			}
			return text;
		}).map(Boolean::valueOf);
	}

	List<String> texts(String key) {
		List<String> texts = new ArrayList<>();
		for (Node item : items(key)) {
			String text = this.file.string(item, "each item of \"%s\" of %s".formatted(key, name()));
			if (text.isBlank()) {
				throw this.file.refuse(item, "an item of \"%s\" of %s is empty".formatted(key, name()));
			}
			texts.add(text);
		}
		return texts;
	}

	List<Entry> entries(String key, Shape items) {
		return items(key).stream().map((item) -> new Entry(this.file, items, item)).toList();
	}

	Optional<Entry> entry(String key, Shape inner) {
		return value(key).map((value) -> new Entry(this.file, inner, value));
	}

	boolean isList(String key) {
		return this.values.get(key) instanceof SequenceNode;
	}

	List<Node> items(String key) {
		Node value = value(key).orElse(null);
		if (value == null) {
			return List.of();
		}
		if (!(value instanceof SequenceNode list)) {
			throw this.file.refuse(value,
					"\"%s\" of %s should be a list, each item after \"- \"".formatted(key, name()));
		}
		return list.getValue();
	}

	int line(String key) {
		return PlanText.line(at(key));
	}

	void require(String key) {
		if (value(key).isEmpty()) {
			throw refuse(key, "%s has no \"%s\"".formatted(name(), key));
		}
	}

	/** Builds a record; what it refuses is refused with the line of the key. */
	<T> T make(String key, Supplier<T> record) {
		return this.file.make(at(key), record);
	}

	PlanRefused refuse(String key, String reason) {
		return this.file.refuse(at(key), reason);
	}

	private Optional<Node> value(String key) {
		return Optional.ofNullable(this.values.get(key)).filter((value) -> !Tag.NULL.equals(value.getTag()));
	}

	private Node at(String key) {
		@Nullable Node value = this.values.get(key);
		return (value != null) ? value : this.node;
	}

}
