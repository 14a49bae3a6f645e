package org.asemeducation.stocktake.update.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateSubmitted;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nothing is submitted that refers to a file which is not there: it may have been deleted
 * by a colleague, or belong to another cycle.
 */
@Component
class SubmittedFiles {

	private final UpdateFiles files;

	SubmittedFiles(UpdateFiles files) {
		this.files = files;
	}

	@EventListener
	void check(UpdateSubmitted submitted) {
		UpdateKey key = submitted.key();
		JsonNode media = submitted.content().path("media");
		List<Problem> missing = new ArrayList<>();
		Set<String> there = media.isEmpty() ? Set.of()
				: this.files.of(key).stream().map((file) -> String.valueOf(file.id())).collect(Collectors.toSet());
		for (int row = 0; row < media.size(); row++) {
			String file = media.get(row).path("file").asText();
			if (!file.isEmpty() && !there.contains(file)) {
				missing.add(new Problem("media[%d]".formatted(row),
						"Item %d: its file is no longer there. Attach it again, or remove the item."
							.formatted(row + 1)));
			}
		}
		if (!missing.isEmpty()) {
			throw Refused.invalid("The update is not submitted yet: %d %s missing.".formatted(missing.size(),
					(missing.size() == 1) ? "file is" : "files are"), missing);
		}
	}

}
