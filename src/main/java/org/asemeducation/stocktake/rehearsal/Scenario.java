package org.asemeducation.stocktake.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.noobjection.Position;
import org.asemeducation.stocktake.cycle.DateName;
import org.asemeducation.stocktake.cycle.DeadlineKind;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.update.people.Answer;
import org.asemeducation.stocktake.report.round.NewRound;
import org.asemeducation.stocktake.report.round.RehearsedRound.Remark;
import org.asemeducation.stocktake.update.contribution.ContributionText;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal plays: one cycle.
 *
 * @param file where it was read from, for messages
 * @param opens the day the cycle is opened, at 12:00 in its zone
 * @param cycle the cycle's calendar
 * @param hanging the dates that the file leaves out: they go along when SOM2 moves
 * @param secretariat who runs it; {@code null} who does so already
 * @param reviewers who reviews; none: who does so already
 * @param contacts who answers, by party
 * @param notAdopted why ministers do not adopt the work plan; {@code null} when they do
 * @param events what happens, in file order
 * @param completes the draft that goes round; {@code null} for a reporting cycle
 */
record Scenario(String file, LocalDate opens, NewCycle cycle, Set<DeadlineKind> hanging, @Nullable Member secretariat,
		List<Member> reviewers, List<Desk> contacts, @Nullable String notAdopted, List<Event> events,
		@Nullable Completes completes) {

	private static final LocalTime NOON = LocalTime.NOON;

	CycleName name() {
		return new CycleName(this.cycle.name());
	}

	ZoneId zone() {
		return ZoneId.of(this.cycle.zone());
	}

	Instant noon(LocalDate date) {
		return date.atTime(NOON).atZone(zone()).toInstant();
	}

	/** The times in which nothing runs, in file order. */
	List<Down> downs() {
		return this.events.stream().filter(Down.class::isInstance).map(Down.class::cast).toList();
	}

	/**
	 * A draft of a plan that goes round.
	 *
	 * @param file what it is called
	 * @param content its bytes
	 */
	record Completes(String file, byte[] content) {
	}

	/**
	 * Somebody of the secretariat or the reviewing body.
	 */
	record Member(String email, @Nullable ZoneId zone) {
	}

	/**
	 * Who answers for a party.
	 */
	record Desk(String party, String name, String email, @Nullable ZoneId zone) {
	}

	/**
	 * Something that happens at 12:00 in the cycle's zone.
	 */
	sealed interface Event {

		/** Which entry of {@code events}, from 1. */
		int number();

		LocalDate date();

		/** What it is about, such as {@code A01-I01} or {@code SOM2}. */
		String about();

		default String where() {
			return "event %d (%s, %s)".formatted(number(), date(), about());
		}

	}

	/**
	 * Something that happens to an initiative.
	 */
	sealed interface OfInitiative extends Event {

		String initiative();

		@Override
		default String about() {
			return initiative();
		}

	}

	/**
	 * A coordinator submits; fields not named keep their last value.
	 *
	 * @param notDone what the coordinators have not done, and why, by the field of the
	 * remark
	 */
	record Submit(int number, LocalDate date, String initiative, ObjectNode content,
			Map<String, String> notDone) implements OfInitiative {
	}

	/**
	 * A coordinator answers in place of an update.
	 */
	record Answered(int number, LocalDate date, String initiative, Answer answer) implements OfInitiative {
	}

	/**
	 * A coordinator hands over to another party, and the secretariat confirms it.
	 *
	 * @param party by the plan's acronym, or name where it has none
	 */
	record HandsOver(int number, LocalDate date, String initiative, String party) implements OfInitiative {
	}

	/**
	 * A coordinator writes and does not submit yet; fields not named keep their last
	 * value.
	 */
	record Draft(int number, LocalDate date, String initiative, ObjectNode content) implements OfInitiative {
	}

	/**
	 * A reviewer accepts or returns.
	 *
	 * @param opensAll whether a return opens every field again
	 * @param by the address of the reviewer; {@code null} for the one who reviews
	 */
	record Review(int number, LocalDate date, String initiative, boolean accepted, Map<String, String> remarks,
			boolean opensAll, @Nullable String by) implements OfInitiative {
	}

	/**
	 * A reviewer notes remarks, which the next return takes along.
	 *
	 * @param by the address of the reviewer; {@code null} for the one who reviews
	 */
	record Noted(int number, LocalDate date, String initiative, Map<String, String> remarks,
			@Nullable String by) implements OfInitiative {
	}

	/**
	 * The secretariat moves a date.
	 */
	record Move(int number, LocalDate date, DateName what, LocalDate to, String reason) implements Event {

		@Override
		public String about() {
			return this.what.word();
		}

	}

	/**
	 * A meeting is dropped.
	 */
	record Drop(int number, LocalDate date, MeetingKind meeting, String reason) implements Event {

		@Override
		public String about() {
			return this.meeting.name();
		}

	}

	/**
	 * A meeting is held in another way.
	 */
	record HeldAs(int number, LocalDate date, MeetingKind meeting, MeetingFormat format) implements Event {

		@Override
		public String about() {
			return this.meeting.name();
		}

	}

	/**
	 * The secretariat gives one update more time.
	 *
	 * @param to the new day
	 * @param pastFreeze whether it counts after the freeze too
	 */
	record Extend(int number, LocalDate date, String initiative, LocalDate to, String reason,
			boolean pastFreeze) implements Event {

		@Override
		public String about() {
			return this.initiative;
		}

	}

	/**
	 * A mailbox is gone: from now on its server refuses mail to it for good.
	 *
	 * @param address whose
	 */
	record Refuses(int number, LocalDate date, String address) implements Event {

		@Override
		public String about() {
			return this.address;
		}

	}

	/**
	 * The secretariat writes another address for whom mail does not reach.
	 *
	 * @param address the one that was refused
	 * @param to the one that mail goes to from now on
	 */
	record Mend(int number, LocalDate date, String address, String to) implements Event {

		@Override
		public String about() {
			return this.address;
		}

	}

	/**
	 * A partner or stakeholder without an initiative contributes.
	 *
	 * @param party its name in full
	 * @param accepted whether the secretariat accepts it at once
	 * @param change what it asks to change at once; empty for nothing
	 */
	record Contributes(int number, LocalDate date, String party, ContributionText text, boolean accepted,
			String change) implements Event {

		@Override
		public String about() {
			return this.party;
		}

	}

	/**
	 * Something that happens to a draft that goes round.
	 */
	sealed interface OfRound extends Event {

		@Override
		default String about() {
			return "comment round";
		}

	}

	/**
	 * The secretariat opens a comment round.
	 */
	record OpensRound(int number, LocalDate date, NewRound round) implements OfRound {
	}

	/**
	 * Somebody comments on a paragraph.
	 *
	 * @param by their address
	 */
	record Commented(int number, LocalDate date, Remark remark, String by) implements OfRound {
	}

	/**
	 * The secretariat decides on a comment.
	 *
	 * @param comment which of the round, from 1, in the order of the draft
	 * @param takesOver whether the suggested words are printed
	 */
	record DecidedOn(int number, LocalDate date, int comment, String decision, @Nullable String because,
			boolean takesOver) implements OfRound {
	}

	/**
	 * The secretariat has a comment round close later.
	 *
	 * @param until its new last day
	 */
	record ProlongsRound(int number, LocalDate date, LocalDate until, String because) implements OfRound {
	}

	/**
	 * The secretariat calls a comment round off.
	 */
	record CallsRoundOff(int number, LocalDate date, String because) implements OfRound {
	}

	/**
	 * What happens to a sealed version.
	 */
	sealed interface OfVersion extends Event {

	}

	/**
	 * The secretariat turns a no-objection round on; after an objection it amends the
	 * version and opens the amended round.
	 *
	 * @param zone in which the hours are named; {@code null} for the cycle's
	 * @param members partners; none for all
	 * @param reminder days before the close
	 * @param asked what was asked to change, in an amended round; {@code null} for
	 * nothing
	 */
	record NoObjection(int number, LocalDate date, LocalDateTime opens, LocalDateTime closes, @Nullable ZoneId zone,
			List<String> members, int reminder, @Nullable String asked) implements OfVersion {

		@Override
		public String about() {
			return "no-objection";
		}

	}

	/**
	 * The secretariat has an open no-objection round close later.
	 *
	 * @param until its new hour, in the round's zone
	 */
	record ProlongsNoObjection(int number, LocalDate date, LocalDateTime until, String because) implements OfVersion {

		@Override
		public String about() {
			return "no-objection";
		}

	}

	/**
	 * The secretariat calls an open no-objection round off.
	 */
	record CallsNoObjectionOff(int number, LocalDate date, String because) implements OfVersion {

		@Override
		public String about() {
			return "no-objection";
		}

	}

	/**
	 * A member of the round answers.
	 *
	 * @param member the partner
	 */
	record TakesPosition(int number, LocalDate date, String member, Position.Answer answer,
			@Nullable String text) implements OfVersion {

		@Override
		public String about() {
			return this.member;
		}

	}

	/**
	 * The secretariat records what ministers decided.
	 *
	 * @param reason why they did not adopt; {@code null} when they did
	 */
	record Adopt(int number, LocalDate date, @Nullable String reason) implements OfVersion {

		@Override
		public String about() {
			return "adopt";
		}

	}

	/**
	 * The secretariat corrects what was published.
	 *
	 * @param place a chapter, an initiative or a line of the annex
	 */
	record Correct(int number, LocalDate date, String place, String wrong, String right,
			String note) implements OfVersion {

		@Override
		public String about() {
			return this.place;
		}

	}

	/**
	 * Nothing runs for a time.
	 *
	 * @param from when it begins, in the cycle's zone
	 * @param to when all runs again
	 */
	record Down(int number, LocalDate date, LocalDateTime from, LocalDateTime to) implements Event {

		@Override
		public String about() {
			return "down";
		}

		Outage outage(ZoneId zone) {
			return new Outage(this.from.atZone(zone).toInstant(), this.to.atZone(zone).toInstant());
		}

	}

}
