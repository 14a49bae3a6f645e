package org.asemeducation.stocktake.cycle.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the reviewing body advises. The meeting decides as it likes.
 */
public enum Advice {

	RECOMMEND("recommended"), WITH_CHANGES("recommended with changes"), DO_NOT_RECOMMEND("not recommended");

	private final String words;

	Advice(String words) {
		this.words = words;
	}

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String words() {
		return this.words;
	}

	static Optional<Advice> of(@Nullable String word) {
		return Arrays.stream(values()).filter((advice) -> advice.word().equals(word)).findFirst();
	}

}
