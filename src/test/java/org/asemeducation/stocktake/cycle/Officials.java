package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;

import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.engine.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat does with meetings, for the process tests of other stages too.
 */
public class Officials {

	private final Meetings meetings;

	private final MeetingActs acts;

	private final MinutesAdoption minutes;

	private final Tasks tasks;

	private final Troupe troupe;

	Officials(Meetings meetings, MeetingActs acts, MinutesAdoption minutes, Tasks tasks, Troupe troupe) {
		this.meetings = meetings;
		this.acts = acts;
		this.minutes = minutes;
		this.tasks = tasks;
		this.troupe = troupe;
	}

	/**
	 * Brings a meeting from its plan to its record, held as planned.
	 * @param cycle the cycle
	 * @param kind the meeting
	 */
	public void hold(CycleName cycle, MeetingKind kind) {
		hold(cycle, kind, this.meetings.of(cycle, kind).planned());
	}

	/**
	 * Brings a meeting from its plan to its record.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param on its first day, whatever was planned
	 */
	public void hold(CycleName cycle, MeetingKind kind, LocalDate on) {
		bringToItsDay(cycle, kind);
		this.acts.decide(cycle, kind, MeetingOutcome.held(on), aes());
		if (this.tasks.open(MeetingProcess.key(cycle, kind), MeetingProcess.ADOPT_MINUTES).isPresent()) {
			this.minutes.adoptAll(cycle, kind, aes());
		}
		record(cycle, kind);
	}

	/**
	 * Drops a meeting before it is confirmed.
	 * @param cycle the cycle
	 * @param kind the meeting
	 */
	public void drop(CycleName cycle, MeetingKind kind) {
		this.acts.decide(cycle, kind, MeetingOutcome.dropped("No host was found"), aes());
	}

	/**
	 * Postpones a meeting that was neither held nor dropped.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param to its new first day; {@code null} when there is none yet
	 */
	public void postpone(CycleName cycle, MeetingKind kind, @Nullable LocalDate to) {
		this.acts.decide(cycle, kind, MeetingOutcome.postponed(to, "Elections"), aes());
	}

	/**
	 * Confirms a meeting for another day than was planned.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param on its first day
	 */
	public void confirm(CycleName cycle, MeetingKind kind, LocalDate on) {
		this.acts.confirm(cycle, kind, new MeetingPlan(on, null, MeetingFormat.VIRTUAL, null), aes());
	}

	void confirm(CycleName cycle, MeetingKind kind) {
		this.acts.confirm(cycle, kind, MeetingPlan.of(this.meetings.of(cycle, kind)), aes());
	}

	void bringToItsDay(CycleName cycle, MeetingKind kind) {
		confirm(cycle, kind);
		this.acts.prepare(cycle, kind, aes());
	}

	void bringToMinutes(CycleName cycle, MeetingKind kind) {
		bringToItsDay(cycle, kind);
		LocalDate planned = this.meetings.of(cycle, kind).planned();
		this.acts.decide(cycle, kind, MeetingOutcome.held(planned), aes());
	}

	void record(CycleName cycle, MeetingKind kind) {
		this.acts.record(cycle, kind, MeetingRecord.of(this.meetings.of(cycle, kind)), aes());
	}

	private String aes() {
		return this.troupe.user("aes");
	}

}
