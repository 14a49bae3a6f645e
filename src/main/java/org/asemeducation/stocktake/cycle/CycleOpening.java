package org.asemeducation.stocktake.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a reporting cycle on the plan as it stands.
 */
@Component
public class CycleOpening {

	private final Cycles cycles;

	private final OpenedCycles opened;

	private final MeetingChanges meetings;

	private final CycleInitiatives initiatives;

	private final CycleProcess process;

	private final Addressees addressees;

	private final Audit audit;

	CycleOpening(Cycles cycles, OpenedCycles opened, MeetingChanges meetings, CycleInitiatives initiatives,
			CycleProcess process, Addressees addressees, Audit audit) {
		this.cycles = cycles;
		this.opened = opened;
		this.meetings = meetings;
		this.initiatives = initiatives;
		this.process = process;
		this.addressees = addressees;
		this.audit = audit;
	}

	/**
	 * Opens the cycle: calendar, copy of the plan and process, all or nothing. A date
	 * that stands where it was proposed goes along when SOM2 moves.
	 * @param proposal the calendar
	 * @param by the user id of who opens it
	 * @return the cycle's name
	 * @throws Refused when the proposal has problems or the name is taken
	 */
	@Transactional
	public CycleName open(NewCycle proposal, String by) {
		return open(proposal, proposal.asProposed(), by);
	}

	/**
	 * Opens the cycle: calendar, copy of the plan and process, all or nothing.
	 * @param proposal the calendar
	 * @param hanging the dates that go along when SOM2 moves; the others are dates of
	 * their own
	 * @param by the user id of who opens it
	 * @return the cycle's name
	 * @throws Refused when the proposal has problems or the name is taken
	 */
	@Transactional
	public CycleName open(NewCycle proposal, Set<DeadlineKind> hanging, String by) {
		this.initiatives.begin();
		CycleName name = add(proposal, proposal.problems(), Cycle.Kind.REPORT, hanging, by);
		proposal.fourMeetings().values().forEach((meeting) -> this.meetings.plan(name, meeting));
		this.initiatives.copyPlan(name);
		begin(name, proposal, by);
		return name;
	}

	/**
	 * Opens a round that completes a plan, all or nothing: like a cycle, without meetings
	 * and report.
	 * @param proposal its calendar
	 * @param copy writes the rows that it asks for
	 * @param by the user id of who opens it
	 * @return the round's name
	 * @throws Refused when the proposal has problems or the name is taken
	 */
	@Transactional
	public CycleName openRound(NewCycle proposal, Consumer<CycleName> copy, String by) {
		CycleName name = add(proposal, proposal.problemsOfRound(), Cycle.Kind.COMPLETION, Set.of(), by);
		copy.accept(name);
		begin(name, proposal, by);
		return name;
	}

	private void begin(CycleName name, NewCycle proposal, String by) {
		this.addressees.leaveOut(name, Addressees.Act.OPEN_CYCLE, LeftOut.contacts(proposal.leftOut()), by);
		this.audit.record(by, "open cycle", name.value(), null, proposal.title());
		this.process.propose(name);
	}

	private CycleName add(NewCycle proposal, List<Problem> found, Cycle.Kind kind, Set<DeadlineKind> hanging,
			String by) {
		List<Problem> problems = new ArrayList<>(found);
		if (problems.isEmpty() && this.cycles.find(new CycleName(proposal.name())).isPresent()) {
			problems.add(new Problem("name",
					"There is a cycle %s already: choose another name.".formatted(proposal.name())));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("The cycle is not opened: %s".formatted(problems.get(0).message()), problems);
		}
		CycleName name = new CycleName(proposal.name());
		try {
			this.opened.add(proposal, kind, hanging, by);
		}
		catch (DuplicateKeyException ex) {
			throw Refused.conflict("Somebody has just opened a cycle %s: choose another name.".formatted(name));
		}
		return name;
	}

}
