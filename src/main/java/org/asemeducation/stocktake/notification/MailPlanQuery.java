package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;

import org.asemeducation.stocktake.access.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Which mails to come somebody wants to see.
 *
 * @param show {@code coming}, {@code stopped}, {@code all}, or the word of a {@link Stop}
 * @param day only those of this day, in the cycle's zone; {@code null} for all
 * @param search words in a name, address or party, or an initiative; empty for all
 * @param page from 1
 * @param size rows on a page
 */
record MailPlanQuery(String show, @Nullable LocalDate day, String search, int page, int size) {

	static final int MOST = 200;

	MailPlanQuery {
		search = search.strip();
		if (search.length() > MOST) {
			throw new IllegalArgumentException(
					"Search for fewer words: %d characters at most, not %d.".formatted(MOST, search.length()));
		}
		if (!Set.of("coming", "stopped", "all").contains(show)) {
			Stop.of(show);
		}
		if (page < 1) {
			throw new IllegalArgumentException("Pages are counted from 1: there is no page %d.".formatted(page));
		}
		if (size < 1 || size > MOST) {
			throw new IllegalArgumentException("A page has from 1 to %d rows, not %d.".formatted(MOST, size));
		}
	}

	/** Whether a mail is wanted that something stops, or nothing. */
	boolean shows(@Nullable Stop stop) {
		return switch (this.show) {
			case "all" -> true;
			case "coming" -> stop == null;
			case "stopped" -> stop != null;
			default -> stop == Stop.of(this.show);
		};
	}

	/**
	 * Whether a mail is of the day and has the words.
	 * @param zone where days begin
	 * @param now what was due before today, and has not left, is of today
	 * @param named those who have the words in their names
	 */
	Predicate<PlannedMail> in(ZoneId zone, Instant now, Set<ContactId> named) {
		return (mail) -> (this.day == null || day(mail, zone, now).equals(this.day)) && (this.search.isEmpty()
				|| named.contains(mail.contact())
				|| mail.lines()
					.stream()
					.anyMatch((line) -> line.initiative() != null && line.initiative().equalsIgnoreCase(this.search)));
	}

	static LocalDate day(PlannedMail mail, ZoneId zone, Instant now) {
		return LocalDate.ofInstant(mail.at().isBefore(now) ? now : mail.at(), zone);
	}

}
