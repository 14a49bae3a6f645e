package org.asemeducation.stocktake.plan;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Parties by what they are called: the acronym decides, else the name; a name may also be
 * somebody's acronym.
 *
 * @param <T> what stands for a party
 */
final class Names<T> {

	private final Map<String, T> byAcronym = new HashMap<>();

	private final Map<String, T> byName = new HashMap<>();

	void put(String name, @Nullable String acronym, T party) {
		this.byName.putIfAbsent(key(name), party);
		if (acronym != null) {
			this.byAcronym.putIfAbsent(key(acronym), party);
		}
	}

	Optional<T> find(String name, @Nullable String acronym) {
		return Stream
			.of((acronym != null) ? this.byAcronym.get(key(acronym)) : null, this.byName.get(key(name)),
					this.byAcronym.get(key(name)), (acronym != null) ? this.byName.get(key(acronym)) : null)
			.filter(Objects::nonNull)
			.findFirst();
	}

	private static String key(String text) {
		return text.strip().toLowerCase(Locale.ROOT);
	}

}
