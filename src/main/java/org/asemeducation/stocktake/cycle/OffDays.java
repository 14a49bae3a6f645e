package org.asemeducation.stocktake.cycle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Days on which somebody is not there: weekends, and the closed dates that the AES has
 * entered.
 */
@Component
class OffDays {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private final ClosedDates closed;

	OffDays(ClosedDates closed) {
		this.closed = closed;
	}

	/**
	 * What is to be thought about before a date is put on a day.
	 * @param date which
	 * @param day where it would lie
	 * @return one sentence for the weekend and one for each closed date
	 */
	List<String> warnings(DateName date, LocalDate day) {
		List<String> warnings = new ArrayList<>();
		if (WEEKEND.contains(day.getDayOfWeek())) {
			warnings.add("%s would fall on a weekend: %s.".formatted(capital(date), DateRules.day(day)));
		}
		this.closed.on(day)
			.forEach((one) -> warnings
				.add("%s would fall on %s, which is %s.".formatted(capital(date), DateRules.day(day), one.inWords())));
		return warnings;
	}

	private static String capital(DateName name) {
		String words = name.inWords();
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

}
