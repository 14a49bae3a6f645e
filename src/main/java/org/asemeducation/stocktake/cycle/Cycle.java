package org.asemeducation.stocktake.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A reporting cycle as it stands.
 *
 * @param name the ministers' meeting it leads to
 * @param title such as {@code From Bangkok to Malta}
 * @param zone where its days end
 * @param state opened, gathering, closed (the gathering), published, ended (closed by the
 * AES before it was published), or completed (the plan)
 * @param deadlines every kind with its day
 * @param requestedAt when the requests went out; {@code null} before
 * @param closedAt when the gathering ended; {@code null} before
 * @param kind what it leads to
 */
public record Cycle(CycleName name, String title, ZoneId zone, State state, Map<DeadlineKind, LocalDate> deadlines,
		@Nullable Instant requestedAt, @Nullable Instant closedAt, Kind kind) {

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	/** Days that coordinators have for a returned update. */
	public static final int DAYS_TO_REVISE = 10;

	/** A cycle that ends in a report. */
	public Cycle(CycleName name, String title, ZoneId zone, State state, Map<DeadlineKind, LocalDate> deadlines,
			@Nullable Instant requestedAt, @Nullable Instant closedAt) {
		this(name, title, zone, state, deadlines, requestedAt, closedAt, Kind.REPORT);
	}

	/**
	 * A day of its calendar.
	 * @param kind which
	 * @return the day
	 * @throws Refused when the cycle was run on paper: it has none
	 */
	public LocalDate date(DeadlineKind kind) {
		if (isOnPaper()) {
			throw Refused.notFound("%s was run on paper and brought in afterwards: nothing was asked in it here."
				.formatted(this.name));
		}
		return this.deadlines.get(kind);
	}

	/**
	 * When the requests go out by themselves.
	 * @return 09:00 on the request date in the cycle's zone
	 */
	public Instant requestAt() {
		return date(DeadlineKind.REQUEST).atTime(MORNING).atZone(this.zone).toInstant();
	}

	/**
	 * The last instant of a day of this cycle.
	 * @param kind which day
	 * @return one millisecond before the next day begins in the cycle's zone
	 */
	public Instant endOf(DeadlineKind kind) {
		return endOf(date(kind));
	}

	/**
	 * The last instant of a day in the cycle's zone.
	 * @param day the day
	 * @return one millisecond before the next day begins there
	 */
	public Instant endOf(LocalDate day) {
		return endOf(day, this.zone);
	}

	/**
	 * The last instant of a day.
	 * @param day the day
	 * @param zone where
	 * @return one millisecond before the next day begins there
	 */
	public static Instant endOf(LocalDate day, ZoneId zone) {
		return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
	}

	/**
	 * Until the end of which day a returned update is asked for again.
	 * @param returned the day it came back, in the cycle's zone
	 * @param freeze the last day of the gathering
	 * @return ten days later, but never after the freeze
	 */
	public static LocalDate revisionDay(LocalDate returned, LocalDate freeze) {
		LocalDate day = returned.plusDays(DAYS_TO_REVISE);
		return day.isAfter(freeze) ? freeze : day;
	}

	/**
	 * Whether updates are taken in at this moment.
	 * @return true from the requests to the end of gathering
	 */
	public boolean isGathering() {
		return this.state == State.GATHERING;
	}

	/**
	 * The stations of a cycle.
	 */
	public enum State {

		OPENED, GATHERING, CLOSED, PUBLISHED, ENDED, COMPLETED;

		String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/**
	 * What a cycle leads to.
	 */
	public enum Kind {

		/** A Stocktaking Report. */
		REPORT,

		/** A new version of a plan whose placeholders are filled; no meetings. */
		COMPLETION,

		/** A report that was made before Stocktake was used; brought in afterwards. */
		PAPER;

		/** As tables and scenarios call it. */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	public boolean isCompletion() {
		return this.kind == Kind.COMPLETION;
	}

	/**
	 * Whether it was run in mail and Word, and brought in afterwards.
	 * @return true when nothing in it was asked, sent or reviewed here
	 */
	public boolean isOnPaper() {
		return this.kind == Kind.PAPER;
	}

}
