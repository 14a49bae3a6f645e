package org.asemeducation.stocktake.report.receipt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.asemeducation.stocktake.report.document.Block;
import org.asemeducation.stocktake.report.document.Block.Bullets;
import org.asemeducation.stocktake.report.document.Block.Facts;
import org.asemeducation.stocktake.report.document.Block.Phrase;
import org.asemeducation.stocktake.report.document.Block.Prose;
import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.update.UpdateForm;

/**
 * The submitted text itself, field by field, whatever fields it has.
 */
final class ReceiptText {

	private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("commitments", "You said – you did"),
			Map.entry("progress", "Progress and achievements"), Map.entry("events", "Events"),
			Map.entry("addedValue", "Added value in the ASEM Education Process"),
			Map.entry("partners", "Partners and stakeholders involved"),
			Map.entry("conclusions", "Chair’s Conclusions answered"), Map.entry("answers", "Questions of this cycle"),
			Map.entry("contributions", "Contribution to the objectives"),
			Map.entry("plans", "Plans for the next two years"),
			Map.entry("media", "Pictures, charts, testimonials and documents"),
			Map.entry("planChanges", "What is no longer true in the plan’s own row"), Map.entry("url", "Web address"),
			Map.entry("link", "Web address"), Map.entry("output", "Expected output"),
			Map.entry("result", "Expected result"), Map.entry("position", "You said"),
			Map.entry("outcome", "What became of it"), Map.entry("alternative", "Alternative text"),
			Map.entry("words", "The words"), Map.entry("speaker", "Who said it"), Map.entry("role", "In what role"),
			Map.entry("consent", "Those shown or quoted agree to publication"));

	private final Receipt receipt;

	ReceiptText(Receipt receipt) {
		this.receipt = receipt;
	}

	List<Block> blocks() {
		List<Block> blocks = new ArrayList<>();
		Set<String> names = new LinkedHashSet<>(UpdateForm.names());
		this.receipt.content().fieldNames().forEachRemaining(names::add);
		for (String name : names) {
			JsonNode value = this.receipt.content().path(name);
			if (!value.isMissingNode() && !value.isEmpty() || value.isValueNode() && !value.asText().isBlank()) {
				blocks.add(field("field-" + name, label(name), value(name, value)));
			}
		}
		return blocks;
	}

	static Section field(String id, String title, List<Block> blocks) {
		return new Section(Section.Kind.ACTION, id, null, title, null, null, blocks);
	}

	private List<Block> value(String name, JsonNode value) {
		if (value.isArray()) {
			return list(value);
		}
		if (value.isObject()) {
			return answers(name, value);
		}
		return List.of(new Prose(Prose.Tone.PLAIN, words(name, value)));
	}

	private List<Block> list(JsonNode value) {
		List<Block> blocks = new ArrayList<>();
		List<Phrase> items = new ArrayList<>();
		for (JsonNode part : value) {
			if (part.isObject()) {
				blocks.add(new Facts(facts(part)));
			}
			else {
				items.add(Phrase.of(part.asText()));
			}
		}
		if (!items.isEmpty()) {
			blocks.add(new Bullets(items));
		}
		return blocks;
	}

	private List<Facts.Fact> facts(JsonNode row) {
		List<Facts.Fact> facts = new ArrayList<>();
		row.fields().forEachRemaining((cell) -> {
			if (!cell.getValue().asText().isBlank()) {
				facts.add(new Facts.Fact(label(cell.getKey()), words(cell.getKey(), cell.getValue())));
			}
		});
		return facts;
	}

	private List<Block> answers(String name, JsonNode value) {
		List<Block> blocks = new ArrayList<>();
		value.fields().forEachRemaining((answer) -> {
			String question = this.receipt.questions().getOrDefault(answer.getKey(), label(answer.getKey()));
			blocks.add(new Section(Section.Kind.TOPIC,
					"field-%s-%s".formatted(name, answer.getKey().replaceAll("[^A-Za-z0-9]", "_")), null, question,
					null, null, List.of(new Prose(Prose.Tone.PLAIN, answer.getValue().asText()))));
		});
		return blocks;
	}

	private String words(String name, JsonNode value) {
		String text = value.asText();
		if (value.isBoolean()) {
			return value.asBoolean() ? "Yes" : "No";
		}
		return switch (name) {
			case "position" -> this.receipt.commitments().getOrDefault(text, text);
			case "file" -> this.receipt.files().containsKey(text) ? this.receipt.files().get(text).name() : text;
			default -> text.matches("[a-z]+(-[a-z]+)*") ? capital(text.replace('-', ' ')) : text;
		};
	}

	private static String label(String name) {
		String known = LABELS.get(name);
		return (known != null) ? known : capital(name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
	}

	private static String capital(String text) {
		return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

}
