package org.asemeducation.stocktake.notification.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as the pages write them, in one zone that the page names.
 *
 * @param zone which
 */
record Times(ZoneId zone) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss",
			Locale.ENGLISH);

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

	public String moment(Instant moment) {
		return MOMENT.format(moment.atZone(this.zone));
	}

	public String brief(Instant moment) {
		return SHORT.format(moment.atZone(this.zone));
	}

	public String day(LocalDate day) {
		return DAY.format(day);
	}

}
