package org.asemeducation.stocktake.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.asemeducation.stocktake.cycle.Cycle;

/**
 * The days of a cycle as the reader of a mail lives them: a day that ends in Rome is not
 * over in Honolulu, and long over in Seoul.
 *
 * @param now the moment
 * @param zone where the cycle's days end
 * @param reader where the reader is
 */
record ReaderDays(Instant now, ZoneId zone, ZoneId reader) {

	/** The same for days that end elsewhere. */
	ReaderDays endingIn(ZoneId elsewhere) {
		return new ReaderDays(this.now, elsewhere, this.reader);
	}

	/**
	 * The reader's last whole day before the end of a day of the cycle: whoever does
	 * something on it, at whatever time, is not late.
	 * @param day the cycle's day
	 * @return a day where the reader is
	 */
	LocalDate lastWhole(LocalDate day) {
		Instant next = Cycle.endOf(day, this.zone).plusMillis(1);
		LocalDate last = LocalDate.ofInstant(next, this.reader).minusDays(1);
		while (isLeftOut(last)) {
			last = last.minusDays(1);
		}
		return last;
	}

	/** Samoa went to bed on 29 December 2011 and got up on the 31st. */
	private boolean isLeftOut(LocalDate day) {
		return day.atStartOfDay(this.reader).toInstant().equals(day.plusDays(1).atStartOfDay(this.reader).toInstant());
	}

	/** Where the day stands for the reader: still ahead, their last, or over. */
	Standing standing(LocalDate day) {
		if (this.now.isAfter(Cycle.endOf(day, this.zone))) {
			return Standing.OVER;
		}
		return today().isBefore(lastWhole(day)) ? Standing.AHEAD : Standing.LAST;
	}

	/** So many days of the cycle ago. */
	long ago(LocalDate day) {
		return ChronoUnit.DAYS.between(day, LocalDate.ofInstant(this.now, this.zone));
	}

	/**
	 * What to go by, after "by" or "today,": the last whole day, then what it is safe
	 * for. Once that day is over, the moment itself.
	 */
	String by(LocalDate day) {
		if (!differsAt(day) || isNarrow(day) || standing(day) == Standing.OVER) {
			return at(day);
		}
		return "%s, your last whole day before %s".formatted(DateWords.day(lastWhole(day)), at(day));
	}

	/** The same in few words, for a subject. */
	String shortBy(LocalDate day) {
		if (standing(day) == Standing.OVER) {
			return DateWords.day(day);
		}
		return isNarrow(day) ? DateWords.hour(Cycle.endOf(day, this.zone), this.reader) : DateWords.day(lastWhole(day));
	}

	/**
	 * The last moment of a day: on the reader's clock, and on the cycle's where they
	 * differ.
	 */
	String at(LocalDate day) {
		Instant end = Cycle.endOf(day, this.zone);
		String here = DateWords.moment(end, this.zone);
		if (!differsAt(day)) {
			return here;
		}
		boolean sameDay = LocalDate.ofInstant(end, this.reader).equals(day);
		return "%s, which is %s".formatted(DateWords.moment(end, this.reader),
				sameDay ? DateWords.time(end, this.zone) : here);
	}

	/** Whether the last whole day is over and some hours are left. */
	private boolean isNarrow(LocalDate day) {
		return standing(day) == Standing.LAST && today().isAfter(lastWhole(day));
	}

	private boolean differsAt(LocalDate day) {
		Instant end = Cycle.endOf(day, this.zone);
		return !this.zone.getRules().getOffset(end).equals(this.reader.getRules().getOffset(end));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.now, this.reader);
	}

	/**
	 * Where a day stands for a reader.
	 */
	enum Standing {

		/** A whole day, or more, comes before it ends. */
		AHEAD("before"),
		/** It is the last whole day, or some hours after that. */
		LAST("on-the-day"),
		/** It has ended. */
		OVER("overdue");

		private final String word;

		Standing(String word) {
			this.word = word;
		}

		String word() {
			return this.word;
		}

	}

}
