package org.asemeducation.stocktake.notification.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which mails somebody wants to see.
 *
 * @param person part of a name or an address, whatever the case; empty for all
 * @param cycle a cycle's name; empty for all, and for mails of none
 * @param initiative an id; empty for all
 * @param kind only mails with such a line; {@code null} for all
 * @param state only these; {@code null} for all
 * @param from the first day, of leaving or else of queueing; {@code null} for the first
 * @param until the last such day; {@code null} for the last
 * @param page from 1
 */
record MailSearch(String person, String cycle, String initiative, @Nullable MailKind kind, @Nullable MailState state,
		@Nullable LocalDate from, @Nullable LocalDate until, int page) {

	/** Mails on a page. */
	static final int SIZE = 50;

	private static final int LONGEST = 200;

	private static final int LAST_PAGE = 1_000_000;

	MailSearch {
		person = person.strip();
		cycle = cycle.strip();
		initiative = initiative.strip();
		if (Stream.of(person, cycle, initiative)
			.anyMatch((words) -> words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl))) {
			throw new IllegalArgumentException(
					"Search for fewer words, on one line: %d characters at most.".formatted(LONGEST));
		}
		if (from != null && until != null && until.isBefore(from)) {
			throw new IllegalArgumentException(
					"The last day, %s, is before the first, %s: swap them.".formatted(until, from));
		}
		if (page < 1 || page > LAST_PAGE) {
			throw new IllegalArgumentException("Pages are counted from 1: there is no page %d.".formatted(page));
		}
	}

	static MailSearch all(int page) {
		return new MailSearch("", "", "", null, null, null, null, page);
	}

	static @Nullable LocalDate day(String written) {
		if (written.isBlank()) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(written.strip());
			if (day.getYear() < 1900 || day.getYear() > 9999) {
				throw new DateTimeException("out of all bounds");
			}
			return day;
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(
					"\"%s\" is not a day: write it as 2023-09-15, or leave it out.".formatted(written), ex);
		}
	}

	MailSearch on(int otherPage) {
		return new MailSearch(this.person, this.cycle, this.initiative, this.kind, this.state, this.from, this.until,
				otherPage);
	}

	long offset() {
		return (this.page - 1L) * SIZE;
	}

}
