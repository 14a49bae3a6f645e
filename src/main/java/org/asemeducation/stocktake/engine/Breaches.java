package org.asemeducation.stocktake.engine;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Collects what does not hold, one sentence each that names file and element.
 */
final class Breaches {

	private final List<String> sentences = new ArrayList<>();

	void add(String sentence) {
		this.sentences.add(sentence);
	}

	void add(Model model, @Nullable String element, String what) {
		this.sentences.add("%s: %s %s".formatted(model.file(), element, what));
	}

	List<String> sentences() {
		return List.copyOf(this.sentences);
	}

}
