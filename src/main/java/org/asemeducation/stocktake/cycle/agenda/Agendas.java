package org.asemeducation.stocktake.cycle.agenda;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.cycle.MinutesToAdopt;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What meetings deal with. The AES prepares it; each version that is sent is kept as it
 * was, with the slots that were given by then.
 */
@Component
public class Agendas {

	private final Cycles cycles;

	private final Meetings meetings;

	private final AgendaRows rows;

	private final Slots slots;

	private final MinutesToAdopt minutes;

	private final Audit audit;

	Agendas(Cycles cycles, Meetings meetings, AgendaRows rows, Slots slots, MinutesToAdopt minutes, Audit audit) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.rows = rows;
		this.slots = slots;
		this.minutes = minutes;
		this.audit = audit;
	}

	/**
	 * The agenda as it is prepared.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return the usual points before anybody has changed them
	 */
	public Agenda prepared(CycleName cycle, MeetingKind kind) {
		return this.rows.prepared(cycle, kind).orElseGet(() -> Agenda.usual(kind));
	}

	/**
	 * The same as its readers would have it now: numbered, without what is struck, with
	 * the slots that are given and the minutes that wait.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return its lines
	 */
	public List<AgendaLine> lines(CycleName cycle, MeetingKind kind) {
		List<AgendaLine> lines = new ArrayList<>();
		int number = 0;
		for (AgendaPoint point : prepared(cycle, kind).points()) {
			if (!point.struck()) {
				number++;
				lines.add(new AgendaLine(String.valueOf(number), point.title(), note(point, cycle, kind),
						point.minutes()));
				if (point.is(StandingPoint.SLOTS)) {
					lines.addAll(slots(number, cycle, kind));
				}
			}
		}
		return lines;
	}

	/**
	 * The versions that were sent.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return the latest first
	 */
	public List<SentAgenda> sent(CycleName cycle, MeetingKind kind) {
		return this.rows.sent(cycle, kind);
	}

	/**
	 * Saves.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param agenda with the version that it was written on
	 * @param by the user id
	 * @throws Refused when it cannot be, the meeting is over, or somebody else has saved
	 * one meanwhile
	 */
	@Transactional
	public void save(CycleName cycle, MeetingKind kind, Agenda agenda, String by) {
		agenda.check();
		this.cycles.lock(cycle);
		Meeting meeting = this.meetings.of(cycle, kind);
		if (meeting.isRecorded()) {
			throw Refused.conflict("Nothing is saved: %s of %s %s.".formatted(kind, cycle,
					meeting.wasDropped() ? "was dropped" : "is recorded"));
		}
		if (!this.rows.save(cycle, kind, agenda, by)) {
			throw Refused.outdated(
					"Nothing is saved: somebody has changed the agenda meanwhile. Copy what you wrote and reload the page.");
		}
		this.audit.record(by, "save agenda", "%s/%s".formatted(cycle, kind), null,
				"%d points".formatted(agenda.points().size()));
	}

	/**
	 * Keeps the agenda as it stands as a version that is sent.
	 * @param cycle the cycle, locked by the caller
	 * @param kind the meeting
	 * @param by the user id
	 * @return its number; that of the last version, where nothing has changed since
	 */
	@Transactional
	public int send(CycleName cycle, MeetingKind kind, String by) {
		List<AgendaLine> lines = lines(cycle, kind);
		List<SentAgenda> sent = sent(cycle, kind);
		if (!sent.isEmpty() && sent.get(0).lines().equals(lines)) {
			return sent.get(0).number();
		}
		int number = sent.size() + 1;
		this.rows.send(cycle, kind, number, lines, by);
		return number;
	}

	private String note(AgendaPoint point, CycleName cycle, MeetingKind kind) {
		@Nullable String minutes = point.is(StandingPoint.MINUTES) ? this.minutes.inWords(cycle, kind) : null;
		if (minutes == null || minutes.isEmpty()) {
			return point.note();
		}
		return point.note().isEmpty() ? minutes : minutes + "\n\n" + point.note();
	}

	private List<AgendaLine> slots(int number, CycleName cycle, MeetingKind kind) {
		List<AgendaLine> lines = new ArrayList<>();
		for (Slot slot : this.slots.at(cycle, kind)) {
			if (slot.isGiven()) {
				lines.add(new AgendaLine("%d.%d".formatted(number, lines.size() + 1), slot.title(),
						"%s %s, %s".formatted(slot.initiative(), slot.initiativeTitle(), slot.at()),
						slot.givenMinutes()));
			}
		}
		return lines;
	}

}
