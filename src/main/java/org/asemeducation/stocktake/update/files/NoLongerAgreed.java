package org.asemeducation.stocktake.update.files;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.stereotype.Component;

/**
 * What may no longer be shown of texts that were put together before consent was
 * withdrawn.
 */
@Component
public class NoLongerAgreed {

	private static final String FILE = "file:";

	private final WithdrawnConsents consents;

	private final Revisions revisions;

	NoLongerAgreed(WithdrawnConsents consents, Revisions revisions) {
		this.consents = consents;
		this.revisions = revisions;
	}

	/**
	 * Whether anything was withdrawn since, told by one query.
	 * @param cycle the cycle
	 * @return the same for the same withdrawals
	 */
	public Set<String> items(CycleName cycle) {
		return this.consents.of(cycle);
	}

	/**
	 * All of a cycle.
	 * @param cycle the cycle
	 * @param items as told by {@link #items}
	 * @return files and words
	 */
	public Gone of(CycleName cycle, Set<String> items) {
		Set<String> files = new HashSet<>();
		Set<String> words = new HashSet<>();
		for (String each : items) {
			String initiative = each.substring(0, each.indexOf(' '));
			String item = each.substring(initiative.length() + 1);
			if (item.startsWith(FILE)) {
				files.add(item.substring(FILE.length()));
			}
			this.revisions.all(UpdateKey.of(cycle.value(), initiative))
				.forEach((revision) -> revision.content().path("media").forEach((said) -> {
					if (ConsentItem.of(said).equals(item)) {
						quoted(said).forEach(words::add);
					}
				}));
		}
		return new Gone(files, words);
	}

	/**
	 * Testimonials of before there was a field for the words have them in the caption.
	 */
	private static Stream<String> quoted(JsonNode said) {
		return Stream.of("words", "caption")
			.map((part) -> said.path(part).asText().strip())
			.filter((text) -> !text.isEmpty());
	}

	/**
	 * What is gone.
	 *
	 * @param files their ids
	 * @param words of testimonials
	 */
	public record Gone(Set<String> files, Set<String> words) {
	}

}
