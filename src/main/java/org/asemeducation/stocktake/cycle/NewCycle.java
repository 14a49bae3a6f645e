package org.asemeducation.stocktake.cycle;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as the AES proposes to open it. May be incomplete: {@link #problems()} says
 * what is missing or cannot be.
 *
 * @param name the ministers' meeting it leads to, such as {@code ASEMME9}
 * @param title such as {@code From Bangkok to Malta}
 * @param zone IANA name; the end of a day is its last instant there
 * @param meetings the meetings planned, each kind at most once
 * @param request the coordinators are asked at 09:00 on this day
 * @param deadline updates are asked for by the end of this day
 * @param freeze the gathering ends with this day
 * @param reviews reviews are done by the end of this day
 * @param comments comments on the draft report are in by the end of this day
 * @param papers papers for SOM2 go out on this day
 * @param questions up to five extra questions to all coordinators
 * @param reminders when coordinators are reminded, in days from the deadline;
 * {@code null} for the usual days
 * @param freezeReminders when they learn what the report will print otherwise, in days
 * from the freeze; {@code null} for never
 * @param leftOut contacts who are not asked until somebody says so; {@code null} for none
 */
public record NewCycle(@Nullable String name, @Nullable String title, @Nullable String zone,
		@Nullable List<NewMeeting> meetings, @Nullable LocalDate request, @Nullable LocalDate deadline,
		@Nullable LocalDate freeze, @Nullable LocalDate reviews, @Nullable LocalDate comments,
		@Nullable LocalDate papers, @Nullable List<String> questions, @Nullable List<Integer> reminders,
		@Nullable List<Integer> freezeReminders, @Nullable List<@Nullable Long> leftOut) {

	/** A cycle that asks everybody. */
	public NewCycle(@Nullable String name, @Nullable String title, @Nullable String zone,
			@Nullable List<NewMeeting> meetings, @Nullable LocalDate request, @Nullable LocalDate deadline,
			@Nullable LocalDate freeze, @Nullable LocalDate reviews, @Nullable LocalDate comments,
			@Nullable LocalDate papers, @Nullable List<String> questions, @Nullable List<Integer> reminders,
			@Nullable List<Integer> freezeReminders) {
		this(name, title, zone, meetings, request, deadline, freeze, reviews, comments, papers, questions, reminders,
				freezeReminders, null);
	}

	/**
	 * What keeps this cycle from being opened.
	 * @return one problem a field, none when it can be opened
	 */
	public List<Problem> problems() {
		return new NewCycleCheck(this, EnumSet.allOf(DeadlineKind.class)).problems();
	}

	/**
	 * What keeps a round without meetings and report from being opened.
	 * @return one problem a field, none when it can be opened
	 */
	public List<Problem> problemsOfRound() {
		return new NewCycleCheck(this, EnumSet.range(DeadlineKind.REQUEST, DeadlineKind.REVIEWS)).problems();
	}

	/**
	 * The date of one kind.
	 * @param kind which
	 * @return the day, {@code null} when missing
	 */
	public @Nullable LocalDate date(DeadlineKind kind) {
		return switch (kind) {
			case REQUEST -> this.request;
			case DEADLINE -> this.deadline;
			case FREEZE -> this.freeze;
			case REVIEWS -> this.reviews;
			case COMMENTS -> this.comments;
			case PAPERS -> this.papers;
		};
	}

	/**
	 * The extra questions, without blank ones.
	 * @return at most five texts in order
	 */
	public List<String> asked() {
		return Optional.ofNullable(this.questions)
			.orElse(List.of())
			.stream()
			.filter((question) -> question != null && !question.isBlank())
			.map(String::strip)
			.toList();
	}

	/**
	 * When coordinators are reminded.
	 * @return in days from the deadline
	 */
	public List<Integer> reminderDays() {
		return Optional.ofNullable(this.reminders).orElse(ReminderDays.USUAL);
	}

	/**
	 * When coordinators learn what the report will print otherwise.
	 * @return in days from the freeze
	 */
	public List<Integer> freezeReminderDays() {
		return Optional.ofNullable(this.freezeReminders).orElse(List.of());
	}

	/**
	 * The dates that stand where they are proposed once SOM2 has a day.
	 * @return none while it has none
	 */
	Set<DeadlineKind> asProposed() {
		LocalDate som2 = fourMeetings().get(MeetingKind.SOM2).planned();
		Set<DeadlineKind> proposed = EnumSet.noneOf(DeadlineKind.class);
		for (DeadlineKind kind : DeadlineKind.values()) {
			if (som2 != null && som2.minusDays(kind.daysBeforeSom2()).equals(date(kind))) {
				proposed.add(kind);
			}
		}
		return proposed;
	}

	/**
	 * All four meetings, those not named as not yet known.
	 * @return by kind, in the usual order
	 */
	public Map<MeetingKind, NewMeeting> fourMeetings() {
		Map<MeetingKind, NewMeeting> four = new EnumMap<>(MeetingKind.class);
		for (MeetingKind kind : MeetingKind.values()) {
			four.put(kind, new NewMeeting(kind, null, null, MeetingFormat.IN_PERSON, null));
		}
		Optional.ofNullable(this.meetings).orElse(List.of()).forEach((meeting) -> four.put(meeting.kind(), meeting));
		return four;
	}

}
