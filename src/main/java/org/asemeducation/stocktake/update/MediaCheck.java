package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;

/**
 * What a picture needs before it is submitted, without which nobody could print it, and a
 * document, without which nobody would know it.
 */
final class MediaCheck {

	private static final Set<String> PICTURES = Set.of("", "picture", "chart");

	private MediaCheck() {
	}

	static List<Problem> problems(ObjectNode content) {
		List<Problem> problems = new ArrayList<>();
		JsonNode media = content.path("media");
		for (int row = 0; row < media.size(); row++) {
			JsonNode item = media.get(row);
			List<String> missing = missing(item);
			if (!missing.isEmpty()) {
				String caption = item.path("caption").asText().strip();
				problems.add(new Problem("media[%d]".formatted(row), "Item %d%s still needs %s.".formatted(row + 1,
						caption.isEmpty() ? "" : " (“%s”)".formatted(caption), list(missing))));
			}
		}
		return problems;
	}

	private static List<String> missing(JsonNode item) {
		List<String> missing = new ArrayList<>();
		if ("document".equals(item.path("kind").asText()) && isBlank(item, "caption")) {
			missing.add("a title");
		}
		if (!PICTURES.contains(item.path("kind").asText())) {
			return missing;
		}
		if (isBlank(item, "file") && isBlank(item, "link")) {
			missing.add("a file or a web address");
		}
		if (isBlank(item, "caption")) {
			missing.add("a caption");
		}
		if (isBlank(item, "credit")) {
			missing.add("a credit");
		}
		if (isBlank(item, "alternative")) {
			missing.add("an alternative text");
		}
		if (!item.path("consent").asBoolean()) {
			missing.add("the consent of those it shows");
		}
		return missing;
	}

	private static boolean isBlank(JsonNode item, String name) {
		return item.path(name).asText().isBlank();
	}

	private static String list(List<String> parts) {
		int last = parts.size() - 1;
		return (last == 0) ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
	}

}
