package org.asemeducation.stocktake.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The running text of an earlier cycle as it is carried forward: progress, then what else
 * was said, each under its heading, then what was planned. Outcomes, claims, pictures and
 * links stay behind: they told of a period that is over.
 */
final class EarlierText {

	private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

	static {
		HEADINGS.put("highlights", "Highlights");
		HEADINGS.put("addedValue", "Added value in the ASEM Education Process");
		HEADINGS.put("challenges", "Challenges");
	}

	private EarlierText() {
	}

	/** Plain text, paragraphs by blank lines; empty when nothing was written. */
	static String of(String accepted) {
		Content content = new Content(AcceptedUpdate.tree(accepted));
		Stream<@Nullable String> said = HEADINGS.entrySet()
			.stream()
			.map((heading) -> headed(heading.getValue(), content.text(heading.getKey())));
		String planned = content.items("plans", "activity", "when", "output", "result")
			.map((plan) -> Stream.of("activity", "when", "output", "result")
				.map(plan::text)
				.filter(Objects::nonNull)
				.collect(Collectors.joining("; ")))
			.collect(Collectors.joining("\n\n"));
		return Stream
			.concat(Stream.concat(Stream.of(content.text("progress")), said),
					Stream.of(headed("Planned then", planned)))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n\n"));
	}

	private static @Nullable String headed(String heading, @Nullable String text) {
		return (text != null && !text.isEmpty()) ? heading + ": " + text : null;
	}

}
