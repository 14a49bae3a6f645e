package org.asemeducation.stocktake.cycle.attendance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a meeting. A list is taken as a whole and takes the place of the one
 * before, or nothing of it is.
 */
@Component
public class Attendance {

	private final Cycles cycles;

	private final Meetings meetings;

	private final ParticipantRows rows;

	private final Register register;

	private final Audit audit;

	Attendance(Cycles cycles, Meetings meetings, ParticipantRows rows, Register register, Audit audit) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.rows = rows;
		this.register = register;
		this.audit = audit;
	}

	/**
	 * The list.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return in the order it came; empty before there is one
	 */
	public List<Participant> of(CycleName cycle, MeetingKind kind) {
		return this.rows.of(cycle, kind);
	}

	/**
	 * How many take part.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return none before there is a list
	 */
	public Optional<Headcount> count(CycleName cycle, MeetingKind kind) {
		return this.rows.count(cycle, kind);
	}

	/**
	 * Takes a list that somebody has typed.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param text a line each, "party; name; function"
	 * @param by the user id
	 * @return how many are in it
	 * @throws Refused when it has a fault, or the meeting is recorded or dropped
	 */
	@Transactional
	public int type(CycleName cycle, MeetingKind kind, String text, String by) {
		return take(cycle, kind, () -> TypedList.read(text), by);
	}

	/**
	 * Takes a list that comes as a spreadsheet.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param file a workbook (.xlsx), whose first sheet has the columns party, name and
	 * function
	 * @param by the user id
	 * @return how many are in it
	 * @throws Refused when it has a fault, or the meeting is recorded or dropped
	 */
	@Transactional
	public int load(CycleName cycle, MeetingKind kind, byte[] file, String by) {
		return take(cycle, kind, () -> SheetList.read(file), by);
	}

	private int take(CycleName cycle, MeetingKind kind, Supplier<List<Written>> list, String by) {
		List<ParticipantRows.Found> people;
		try {
			people = find(list.get());
		}
		catch (ListRefusedException ex) {
			throw Refused.invalid("Nothing is loaded: " + ex.getMessage(),
					List.of(new Refused.Problem("list", ex.getMessage())));
		}
		this.cycles.lock(cycle);
		Meeting meeting = this.meetings.of(cycle, kind);
		if (meeting.isRecorded()) {
			throw Refused.conflict("Nothing is loaded: %s of %s %s.".formatted(kind, cycle,
					meeting.wasDropped() ? "was dropped" : "is recorded"));
		}
		this.rows.replace(cycle, kind, people, by);
		this.audit.record(by, "load participants", "%s/%s".formatted(cycle, kind), null,
				"%d persons".formatted(people.size()));
		return people.size();
	}

	private List<ParticipantRows.Found> find(List<Written> list) {
		if (list.isEmpty()) {
			throw new ListRefusedException("the list names nobody.");
		}
		Map<String, Integer> seen = new HashMap<>();
		Map<String, Optional<PartyId>> parties = new HashMap<>();
		List<ParticipantRows.Found> found = new ArrayList<>();
		for (Written one : list) {
			one.check();
			Integer before = seen.putIfAbsent((one.party() + "|" + one.name()).toLowerCase(Locale.ROOT), one.row());
			if (before != null) {
				throw new ListRefusedException(
						"row %d says the same as row %d: %s.".formatted(one.row(), before, one.name()));
			}
			found.add(new ParticipantRows.Found(one, one.party().isEmpty() ? null : party(one, parties)));
		}
		return found;
	}

	private PartyId party(Written one, Map<String, Optional<PartyId>> parties) {
		return parties.computeIfAbsent(one.party(), (name) -> this.register.party(name).map((party) -> party.id()))
			.orElseThrow(() -> new ListRefusedException(
					"row %d: the register has no party “%s”. Write its name or acronym as the register has it, or leave it empty for a guest."
						.formatted(one.row(), one.party())));
	}

}
