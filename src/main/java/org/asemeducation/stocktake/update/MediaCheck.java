package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * What a picture and the words of somebody need before they are submitted, without which
 * nobody could print them, and a document, without which nobody would know it.
 */
final class MediaCheck {

	private static final Set<String> PICTURES = Set.of("", "picture", "chart");

	private static final Map<String, String> PARTS = parts();

	private static final int SHOWN = 60;

	private MediaCheck() {
	}

	static List<Problem> problems(ObjectNode content) {
		List<Problem> problems = new ArrayList<>();
		JsonNode media = content.path("media");
		for (int row = 0; row < media.size(); row++) {
			JsonNode item = media.get(row);
			Map<String, String> missing = missing(item);
			if (!missing.isEmpty()) {
				String caption = named(item);
				problems.add(new Problem("media[%d].%s".formatted(row, missing.keySet().iterator().next()),
						"Item %d%s still needs %s.".formatted(row + 1,
								caption.isEmpty() ? "" : " (“%s”)".formatted(caption),
								list(List.copyOf(missing.values())))));
			}
		}
		return problems;
	}

	/** By the name of the cell that is to be filled in. */
	private static Map<String, String> missing(JsonNode item) {
		Map<String, String> missing = new LinkedHashMap<>();
		String kind = item.path("kind").asText();
		if (kind.equals("document") && isBlank(item, "caption")) {
			missing.put("caption", "a title");
		}
		boolean pictured = !kind.equals("document") && !isBlank(item, "file");
		if (!pictured && kind.equals("testimonial")) {
			checkWords(item, missing);
		}
		if (!pictured && !PICTURES.contains(kind)) {
			return missing;
		}
		if (isBlank(item, "file") && isBlank(item, "link")) {
			missing.put("link", "a file or a web address");
		}
		PARTS.forEach((name, words) -> {
			if (isBlank(item, name)) {
				missing.put(name, words);
			}
		});
		if (!item.path("consent").asBoolean()) {
			missing.put("consent", "the consent of those it shows");
		}
		return missing;
	}

	/** Those of before there was a field for the words have them in the caption. */
	private static void checkWords(JsonNode item, Map<String, String> missing) {
		if (isBlank(item, "words")) {
			if (!isBlank(item, "caption")) {
				return;
			}
			missing.put("words", "the words that are quoted");
		}
		if (isBlank(item, "speaker")) {
			missing.put("speaker", "who said it");
		}
		if (!item.path("consent").asBoolean()) {
			missing.put("consent", "the consent of those it quotes");
		}
	}

	private static String named(JsonNode item) {
		String name = item.path("caption").asText().strip();
		if (name.isEmpty()) {
			name = item.path("words").asText().strip();
		}
		return (name.length() <= SHOWN) ? name : name.substring(0, SHOWN).strip() + " …";
	}

	private static Map<String, String> parts() {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("caption", "a caption");
		parts.put("credit", "a credit");
		parts.put("alternative", "an alternative text");
		return parts;
	}

	private static boolean isBlank(JsonNode item, String name) {
		return item.path(name).asText().isBlank();
	}

	private static String list(List<String> parts) {
		int last = parts.size() - 1;
		return (last == 0) ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
	}

}
