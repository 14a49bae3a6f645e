package org.asemeducation.stocktake.notification.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as the pages write them: in one zone that the page names, and in the reader's
 * where clocks show something else there.
 *
 * @param zone which
 * @param reader where the reader is
 */
record Times(ZoneId zone, ZoneId reader) {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss",
			Locale.ENGLISH);

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

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

	/**
	 * Whether the reader's clock shows something else.
	 */
	public boolean differAt(Instant moment) {
		return !this.zone.getRules().getOffset(moment).equals(this.reader.getRules().getOffset(moment));
	}

	public String here(Instant moment) {
		return SHORT.format(moment.atZone(this.reader));
	}

}
