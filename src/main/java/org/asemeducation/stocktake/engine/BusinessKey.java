package org.asemeducation.stocktake.engine;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a process instance is about: a cycle, or one thing within it.
 *
 * @param cycle the cycle's name, such as {@code ASEMME9}
 * @param part the initiative's id or the meeting's kind, such as {@code A01-I02};
 * {@code null} for the cycle itself
 */
public record BusinessKey(String cycle, @Nullable String part) {

	public static BusinessKey of(String cycle) {
		return new BusinessKey(cycle, null);
	}

	public static BusinessKey of(String cycle, String part) {
		return new BusinessKey(cycle, part);
	}

	/**
	 * Reads a key as {@link #toString()} writes it.
	 * @param key such as {@code ASEMME9/A01-I02}
	 * @return the key in parts
	 */
	public static BusinessKey parse(String key) {
		int slash = key.indexOf('/');
		return (slash < 0) ? of(key) : of(key.substring(0, slash), key.substring(slash + 1));
	}

	/**
	 * The part, where there must be one.
	 * @return the initiative's id or the meeting's kind
	 */
	public String requiredPart() {
		return Optional.ofNullable(this.part)
			.orElseThrow(
					() -> new IllegalStateException("The process of %s names no part of it.".formatted(this.cycle)));
	}

	@Override
	public String toString() {
		return (this.part != null) ? this.cycle + "/" + this.part : this.cycle;
	}

}
