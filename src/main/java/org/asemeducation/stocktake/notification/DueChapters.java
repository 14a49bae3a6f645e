package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.asemeducation.stocktake.report.chapter.Commission;
import org.asemeducation.stocktake.report.chapter.Commission.State;
import org.asemeducation.stocktake.report.chapter.Commissions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds authors of commissioned chapters of their day: soon after nine where they are,
 * seven days and one day before it, and three days after it. Nobody is reminded within a
 * week of being asked, unless the day is over; of what was missed the last is told. Each
 * chapter has a minute of its own, by which the mail plan knows its mails.
 */
@Component
class DueChapters {

	/** Days from the chapter's own day. */
	static final List<Integer> RUNGS = List.of(-7, -1, 3);

	private static final Duration QUIET = Duration.ofDays(ReminderRule.QUIET_DAYS);

	private final Commissions commissions;

	private final ChapterMails mails;

	private final JdbcClient jdbc;

	DueChapters(Commissions commissions, ChapterMails mails, JdbcClient jdbc) {
		this.commissions = commissions;
		this.mails = mails;
		this.jdbc = jdbc;
	}

	/**
	 * Claims and queues, in the caller's transaction, what is due.
	 * @param now the moment
	 */
	void claim(Instant now) {
		written(null).forEach((commission) -> this.mails.authors(commission)
			.forEach((author) -> ahead(commission, author).filter((rung) -> !at(commission, author, rung).isAfter(now))
				.reduce((earlier, later) -> later)
				.filter((rung) -> isFirst(commission, author, rung, now))
				.ifPresent((rung) -> tell(commission, author, rung))));
	}

	private long tell(Commission commission, LocalContact author, int rung) {
		return this.mails.tell(commission, author, (rung < 0) ? "reminded" : "overdue", null);
	}

	/**
	 * What is to come in a cycle, as if nobody handed anything in.
	 * @param cycle the cycle
	 * @param only whom to look at; {@code null} for everybody
	 * @return in any order
	 */
	List<Moment> ahead(CycleName cycle, @Nullable Set<ContactId> only) {
		List<Moment> moments = new ArrayList<>();
		each(cycle, only,
				(commission, author, rung) -> moments.add(new Moment(author.id(), at(commission, author, rung),
						new PlannedLine(PlannedLine.CHAPTER, null, null, commission.due(), null, null))));
		return moments;
	}

	/**
	 * Queues, in the caller's transaction, the mail that falls due at a moment; for
	 * whoever wants to read it and rolls back.
	 * @param cycle the cycle
	 * @param contact whom it is for
	 * @param at when it falls due
	 * @return its number; nothing when it is not to come
	 */
	Optional<Long> queueAhead(CycleName cycle, ContactId contact, Instant at) {
		List<Long> mails = new ArrayList<>();
		each(cycle, Set.of(contact), (commission, author, rung) -> {
			if (at(commission, author, rung).equals(at)) {
				mails.add(tell(commission, author, rung));
			}
		});
		return mails.stream().findFirst();
	}

	private void each(CycleName cycle, @Nullable Set<ContactId> only, Reminder reminder) {
		written(cycle).forEach((commission) -> this.mails.authors(commission)
			.stream()
			.filter((author) -> only == null || only.contains(author.id()))
			.forEach((author) -> ahead(commission, author).forEach((rung) -> reminder.of(commission, author, rung))));
	}

	/**
	 * When the next one falls due.
	 * @return when, which may be past; nothing when none is to come
	 */
	Optional<Instant> next() {
		return written(null).stream()
			.flatMap((commission) -> this.mails.authors(commission)
				.stream()
				.flatMap((author) -> ahead(commission, author).map((rung) -> at(commission, author, rung))))
			.min(Instant::compareTo);
	}

	private List<Commission> written(@Nullable CycleName only) {
		return this.jdbc.sql("""
				select distinct k.cycle from chapter_commission k join cycle y on y.name = k.cycle
				where k.over_as is null and y.state <> 'ended' and (cast(:only as text) is null or k.cycle = :only)
				order by k.cycle""")
			.param("only", (only != null) ? only.value() : null)
			.query(String.class)
			.list()
			.stream()
			.flatMap((cycle) -> this.commissions.of(new CycleName(cycle)).stream())
			.filter((it) -> it.state() == State.WRITING)
			.toList();
	}

	/** The rungs that are still to be told, in the order of time. */
	private Stream<Integer> ahead(Commission commission, LocalContact author) {
		int told = last(commission, author);
		Instant loud = asked(commission).plus(QUIET);
		return RUNGS.stream()
			.filter((rung) -> rung > told)
			.filter((rung) -> rung > 0 || !at(commission, author, rung).isBefore(loud));
	}

	private static Instant at(Commission commission, LocalContact author, int rung) {
		return author.morningOf(commission.due().plusDays(rung)).plus(Duration.ofMinutes(commission.number()));
	}

	private Instant asked(Commission commission) {
		return this.jdbc.sql("""
				select greatest(k.commissioned_at, max(h.decided_at)) from chapter_commission k
				left join chapter_handed_in h on h.cycle = k.cycle and h.number = k.number
				where k.cycle = :cycle and k.number = :number group by k.commissioned_at""")
			.param("cycle", commission.cycle().value())
			.param("number", commission.number())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

	private int last(Commission commission, LocalContact author) {
		return this.jdbc.sql("""
				select coalesce(max(rung), -1000) from chapter_reminder
				where cycle = :cycle and number = :number and due = :due and contact = :contact""")
			.param("cycle", commission.cycle().value())
			.param("number", commission.number())
			.param("due", commission.due())
			.param("contact", author.id().value())
			.query(Integer.class)
			.single();
	}

	private boolean isFirst(Commission commission, LocalContact author, int rung, Instant now) {
		return this.jdbc.sql("""
				insert into chapter_reminder (cycle, number, due, rung, contact, told_at)
				values (:cycle, :number, :due, :rung, :contact, :at) on conflict do nothing""")
			.param("cycle", commission.cycle().value())
			.param("number", commission.number())
			.param("due", commission.due())
			.param("rung", rung)
			.param("contact", author.id().value())
			.param("at", Timestamp.from(now))
			.update() == 1;
	}

	/** One that is to come. */
	private interface Reminder {

		void of(Commission commission, LocalContact author, int rung);

	}

}
