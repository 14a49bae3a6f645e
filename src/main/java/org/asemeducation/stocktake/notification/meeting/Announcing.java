package org.asemeducation.stocktake.notification.meeting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingChanged;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.agenda.Agendas;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES announces a meeting that is confirmed; whoever was told is told of each change
 * by itself.
 */
@Component
class Announcing {

	private final Cycles cycles;

	private final Meetings meetings;

	private final MeetingRoster roster;

	private final Announcements announcements;

	private final Agendas agendas;

	private final Audit audit;

	Announcing(Cycles cycles, Meetings meetings, MeetingRoster roster, Announcements announcements, Agendas agendas,
			Audit audit) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.roster = roster;
		this.announcements = announcements;
		this.agendas = agendas;
		this.audit = audit;
	}

	/**
	 * Announces a meeting, or tells of it again.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param announcement what is said to whom
	 * @param by the user id
	 * @return how many are written to
	 * @throws Refused when the meeting is not confirmed or over, somebody ticked stands
	 * in no roster, or somebody else has announced it meanwhile
	 */
	@Transactional
	public int announce(CycleName cycle, MeetingKind kind, Announcement announcement, String by) {
		announcement.check();
		this.cycles.lock(cycle);
		requireToCome(cycle, this.meetings.of(cycle, kind));
		List<Invitee> roster = this.roster.of(cycle, kind);
		requireKnown(announcement, roster);
		Integer agenda = announcement.agenda() ? this.agendas.send(cycle, kind, by) : null;
		if (!this.announcements.keep(cycle, kind, announcement, agenda, by)) {
			throw Refused.conflict("Nothing is sent: somebody has announced %s of %s meanwhile. Look at the page again."
				.formatted(kind, cycle));
		}
		int mails = this.announcements.queue(cycle, kind, announcement);
		this.audit.record(by, "announce meeting", "%s/%s".formatted(cycle, kind), null,
				"announcement %d to %d%s; left out: %s".formatted(announcement.number(), mails,
						(agenda != null) ? " with version %d of the agenda".formatted(agenda) : "",
						leftOut(announcement, roster)));
		return mails;
	}

	@EventListener
	@Transactional
	void on(MeetingChanged changed) {
		this.announcements.tellOfChange(changed.cycle(), changed.kind());
	}

	private static void requireToCome(CycleName cycle, Meeting meeting) {
		if (!meeting.state().equals("confirmed")) {
			throw Refused.conflict(
					"Nothing is sent: %s of %s %s.".formatted(meeting.kind(), cycle, meeting.state().equals("planned")
							? "is announced once its date and host are confirmed" : "was " + meeting.state()));
		}
	}

	private static void requireKnown(Announcement announcement, List<Invitee> roster) {
		Set<Long> unknown = new HashSet<>(announcement.to());
		roster.forEach((invitee) -> unknown.remove(invitee.id()));
		if (!unknown.isEmpty()) {
			throw Refused
				.conflict("Nothing is sent: somebody who was ticked is no contact any more. Look at the page again.");
		}
	}

	private static String leftOut(Announcement announcement, List<Invitee> roster) {
		String names = roster.stream()
			.filter((one) -> one.usual() && !announcement.to().contains(one.id()))
			.map((one) -> "%s (%s)".formatted(one.name(), one.parties()))
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? "nobody" : names;
	}

}
