package org.asemeducation.stocktake.cockpit.outlook;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a cycle goes by its days. What takes the database longer in a large cycle is asked
 * for by itself: {@link Outlooks#concerns} and {@link Outlooks#parts}.
 *
 * @param cycle its name
 * @param title its title
 * @param zone where its days end
 * @param today the day there
 * @param calendar its days in their order, those that are not known yet left out
 * @param responses how answers come in, and how they did before; none where nothing was
 * asked, since the cycle was run on paper
 * @param day today, counted from the day of the requests
 * @param projection how many answers will be in by the freeze, in a sentence;
 * {@code null} while that cannot be told
 */
public record Outlook(String cycle, String title, String zone, LocalDate today, List<CalendarDay> calendar,
		List<ResponseCurve> responses, int day, @Nullable Projection projection) {
}
