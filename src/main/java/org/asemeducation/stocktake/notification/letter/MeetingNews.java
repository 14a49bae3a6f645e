package org.asemeducation.stocktake.notification.letter;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a mail tells its reader of a meeting, beside what they were told before.
 *
 * @param contact the reader
 * @param cycle the meeting's cycle
 * @param cycleTitle the cycle's title
 * @param kind which of the four, such as {@code SOM1}
 * @param day its first day; {@code null} when it has none
 * @param place where, such as {@code Valletta and online}; empty when not known
 * @param host who hosts it; empty when not known
 * @param state {@code planned}, {@code confirmed}, {@code held} or {@code dropped}
 * @param reason why it was postponed or dropped; empty where it was not
 * @param announcement which announcement the mail carries; 0 for none, it only tells of a
 * change
 * @param words what the secretariat says with it; may be empty
 * @param told what the reader's calendar has; {@code null} when they were never told
 * @param again whether that came from this very mail, which is tried again
 */
public record MeetingNews(long contact, String cycle, String cycleTitle, String kind, @Nullable LocalDate day,
		String place, String host, String state, String reason, int announcement, String words, @Nullable Told told,
		boolean again) {

	/** What the four meetings are called in a sentence. */
	public String called() {
		return switch (this.kind) {
			case "ISOM" -> "Intermediate Senior Officials’ Meeting";
			case "SOM1" -> "first Senior Officials’ Meeting";
			case "SOM2" -> "second Senior Officials’ Meeting";
			default -> "ASEM Education Ministers’ Meeting";
		};
	}

	/** Whether it is not to stand in a calendar, for good or until it has a day again. */
	public boolean isOff() {
		return this.day == null || isDropped();
	}

	/** All that a reader is told and that may change. */
	public String content() {
		return "%s|%s|%s".formatted(this.day, this.place, isOpen() ? "open" : isDropped() ? "off" : "on");
	}

	/** Whether there is anything that the reader does not know. */
	public boolean isNews() {
		if (this.again) {
			return true;
		}
		if (this.told == null) {
			return this.announcement > 0 && !isOff();
		}
		return this.announcement > 0 || !this.told.content().equals(content());
	}

	/** What is new about it. */
	public News news() {
		if (isTriedAgain()) {
			return Objects.requireNonNull(this.told).news();
		}
		if (isOff()) {
			return isDropped() ? News.DROPPED : News.POSTPONED;
		}
		if (this.told == null || this.told.cancelled()) {
			return News.FIRST;
		}
		if (this.told.content().equals(content())) {
			return News.NOTHING;
		}
		return this.day.equals(this.told.day()) ? News.CHANGED : News.MOVED;
	}

	/** The day that was told before, where it is another now. */
	public @Nullable LocalDate was() {
		if (this.told == null) {
			return null;
		}
		return isTriedAgain() ? this.told.was() : (news() == News.MOVED || isOff()) ? this.told.day() : null;
	}

	/** A sentence from the meeting on, such as "takes place on Monday 4 June 2029". */
	public String sentence() {
		return switch (news()) {
			case DROPPED -> "does not take place";
			case POSTPONED -> "is postponed and has no new day yet";
			case MOVED -> "is moved to " + whenAndWhere();
			case CHANGED -> "now takes place on " + whenAndWhere();
			case FIRST, NOTHING -> "takes place on " + whenAndWhere();
		};
	}

	private String whenAndWhere() {
		String place = this.place.isEmpty() ? "" : this.place.equals("online") ? ", online" : ", " + this.place;
		return DateWords.day(Objects.requireNonNull(this.day)) + place + (isOpen() ? " (still to be confirmed)" : "");
	}

	/** The mail says the same once more; what has changed since its last try is news. */
	private boolean isTriedAgain() {
		return this.again && this.told != null && this.told.content().equals(content());
	}

	private boolean isDropped() {
		return this.state.equals("dropped");
	}

	private boolean isOpen() {
		return this.state.equals("planned");
	}

	/**
	 * What somebody's calendar has of a meeting.
	 *
	 * @param day the day told; {@code null} when it had none
	 * @param content as in {@link MeetingNews#content()}
	 * @param cancelled whether it was taken out again
	 * @param news what was new then
	 * @param was the day told before that; {@code null} for none
	 */
	public record Told(@Nullable LocalDate day, String content, boolean cancelled, News news, @Nullable LocalDate was) {
	}

	/**
	 * What is new about a meeting.
	 */
	public enum News {

		/** The reader hears of it for the first time, or again after it was off. */
		FIRST,
		/** It has another day. */
		MOVED,
		/** Its day stays, something else has changed. */
		CHANGED,
		/** It has no day any more. */
		POSTPONED,
		/** It is not held. */
		DROPPED,
		/** Nothing: it is told of once more. */
		NOTHING;

		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		static News of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

}
