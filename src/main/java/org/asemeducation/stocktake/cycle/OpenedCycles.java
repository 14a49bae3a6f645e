package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows that a cycle begins with: itself, its dates, its questions.
 */
@Component
class OpenedCycles {

	private final JdbcClient jdbc;

	private final Clock clock;

	OpenedCycles(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(NewCycle proposal, Cycle.Kind leadsTo, Set<DeadlineKind> hanging, String by) {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by, reminders, freeze_reminders, kind)
				values (:name, :title, :zone, 'opened', :at, :by, :reminders, :freezeReminders, :kind)""")
			.param("kind", leadsTo.word())
			.param("name", proposal.name())
			.param("title", proposal.title())
			.param("zone", proposal.zone())
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.param("reminders", proposal.reminderDays().toArray(Integer[]::new))
			.param("freezeReminders", proposal.freezeReminderDays().toArray(Integer[]::new))
			.update();
		LocalDate som2 = proposal.fourMeetings().get(MeetingKind.SOM2).planned();
		for (DeadlineKind kind : DeadlineKind.values()) {
			if (proposal.date(kind) == null) {
				continue;
			}
			boolean hangs = som2 != null && hanging.contains(kind);
			this.jdbc.sql("""
					insert into deadline (cycle, kind, on_date, hard, hangs_on, days_before)
					values (:cycle, :kind, :date, :hard, :hangsOn, :daysBefore)""")
				.param("hangsOn", hangs ? MeetingKind.SOM2.name() : null)
				.param("daysBefore", hangs ? (int) ChronoUnit.DAYS.between(proposal.date(kind), som2) : null)
				.param("cycle", proposal.name())
				.param("kind", kind.word())
				.param("date", proposal.date(kind))
				.param("hard", kind.isHard())
				.update();
		}
		int position = 0;
		for (String question : proposal.asked()) {
			this.jdbc.sql("insert into cycle_question (cycle, position, text) values (:cycle, :position, :text)")
				.param("cycle", proposal.name())
				.param("position", ++position)
				.param("text", question)
				.update();
		}
	}

}
