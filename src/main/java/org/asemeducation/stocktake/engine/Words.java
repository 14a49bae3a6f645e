package org.asemeducation.stocktake.engine;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The words of labels and of ids in camel case.
 */
final class Words {

	private Words() {
	}

	static String camelCase(@Nullable String label) {
		StringBuilder spoken = new StringBuilder();
		for (String word : ofLabel(label)) {
			spoken.append(spoken.isEmpty() ? word.substring(0, 1).toLowerCase(Locale.ROOT)
					: word.substring(0, 1).toUpperCase(Locale.ROOT))
				.append(word.substring(1));
		}
		return spoken.toString();
	}

	/**
	 * Whether an id says nothing but words of a label, in their order.
	 * @param name in camel case, such as {@code findCoordinator}
	 * @param label such as {@code Find a coordinator}
	 * @return {@code false} for a missing label
	 */
	static boolean areOf(String name, @Nullable String label) {
		Iterator<String> labelled = ofLabel(label).iterator();
		return Arrays.stream(name.split("(?=[A-Z])")).allMatch((word) -> {
			while (labelled.hasNext()) {
				if (labelled.next().equalsIgnoreCase(word)) {
					return true;
				}
			}
			return false;
		});
	}

	private static List<String> ofLabel(@Nullable String label) {
		return Arrays.stream(((label != null) ? label : "").split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> !word.isEmpty())
			.toList();
	}

}
