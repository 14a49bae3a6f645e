package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An update that a mail's reader owes.
 *
 * @param initiative the plan's name of the initiative
 * @param title its title
 * @param returned whether it came back and is to be revised
 * @param day the day, in the cycle's zone, by whose end it can be owed at the latest: the
 * one asked for, or once that is over the freeze
 * @param until the same in words, on both clocks
 * @param link where it is written
 */
public record Owed(String initiative, String title, boolean returned, LocalDate day, String until, String link) {

	/** Lines about what is accepted: nothing of it is owed. */
	private static final Set<String> SETTLED = Set.of("adopted", "wording");

	/** Each initiative once, whatever the mail says about it. */
	static List<Owed> of(List<Item> items, CycleFacts cycle, ReaderDays days) {
		return items.stream()
			.filter((item) -> !item.informing() && !SETTLED.contains(item.kind()))
			.collect(Collectors.toMap(Item::id, Function.identity(), (one, again) -> one, LinkedHashMap::new))
			.values()
			.stream()
			.map((item) -> of(item, cycle, days))
			.toList();
	}

	private static Owed of(Item item, CycleFacts cycle, ReaderDays days) {
		LocalDate day = cycle.stillOpenOn(item.due(), days.now());
		return new Owed(item.id(), item.title(), item.returned(), day, days.at(day), item.link());
	}

}
