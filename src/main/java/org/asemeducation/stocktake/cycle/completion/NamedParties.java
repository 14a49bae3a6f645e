package org.asemeducation.stocktake.cycle.completion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.Party;

/**
 * Parties of the register that a few words name: "the EC", "LLL HUB RN4", "ETF/CEDEFOP".
 * The longest name counts, so that a network is not taken for its hub.
 */
final class NamedParties {

	/** What is left of an acronym without its first word still is one. */
	private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,}");

	private final List<Called> called;

	NamedParties(List<Party> parties) {
		this.called = parties.stream()
			.flatMap((party) -> names(party).map((name) -> new Called(" " + plain(name) + " ", party)))
			.filter((it) -> it.name().length() > 3)
			.sorted(Comparator.comparing((Called it) -> -it.name().length()).thenComparing(Called::name))
			.toList();
	}

	/**
	 * The parties that the words name.
	 * @param words such as {@code ETF/CEDEFOP/UNESCO & ASEAN Secretariat}
	 * @return in the order in which they stand there; none when the register knows none
	 */
	List<Party> in(String words) {
		String left = " " + plain(words) + " ";
		Map<Integer, Party> found = new TreeMap<>();
		for (Called it : this.called) {
			int at = left.indexOf(it.name());
			if (at >= 0) {
				found.put(at, it.party());
				left = left.substring(0, at + 1) + "_".repeat(it.name().length() - 2)
						+ left.substring(at + it.name().length() - 1);
			}
		}
		return found.values().stream().distinct().toList();
	}

	private static Stream<String> names(Party party) {
		List<String> names = new ArrayList<>(List.of(party.name(), party.name().replaceAll("\\([^)]*\\)", " ")));
		String acronym = party.acronym();
		if (acronym != null) {
			names.add(acronym);
			Matcher capitals = CAPITALS.matcher(acronym);
			int rest = acronym.indexOf(' ') + 1;
			if (rest > 0 && capitals.find(rest)) {
				names.add(acronym.substring(rest));
			}
		}
		return names.stream();
	}

	private static String plain(String words) {
		return words.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
	}

	private record Called(String name, Party party) {
	}

}
