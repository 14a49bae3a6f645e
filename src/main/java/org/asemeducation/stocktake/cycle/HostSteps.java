package org.asemeducation.stocktake.cycle;

import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.Tasks;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * The steps of {@code meeting.bpmn} that are a host's, for the code that knows hosts. The
 * caller holds the cycle's lock.
 */
@Component
public class HostSteps {

	/** "Propose date and place". */
	public static final String PROPOSE_DATE_AND_PLACE = "userTask_proposeDateAndPlace";

	/** "Name theme". */
	public static final String NAME_THEME = "userTask_nameTheme";

	/** "Give programme". */
	public static final String GIVE_PROGRAMME = "userTask_giveProgramme";

	/** "Send participants". */
	public static final String SEND_PARTICIPANTS = "userTask_sendParticipants";

	/** All of them. */
	public static final Set<String> ALL = Set.of(PROPOSE_DATE_AND_PLACE, NAME_THEME, GIVE_PROGRAMME, SEND_PARTICIPANTS);

	private static final String PARTY_HOSTS = "partyHosts";

	private static final String PARTICIPANTS_TO_COME = "participantsToCome";

	private final MeetingProcess process;

	private final Tasks tasks;

	HostSteps(MeetingProcess process, Tasks tasks) {
		this.process = process;
		this.tasks = tasks;
	}

	/**
	 * Completes a step.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param step one of {@link #ALL}, open
	 * @param by the user id
	 * @throws org.asemeducation.stocktake.engine.Refused when it is not open
	 */
	public void complete(CycleName cycle, MeetingKind kind, String step, String by) {
		this.process.complete(cycle, kind, step, by);
	}

	/**
	 * Whether a step waits.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param step one of {@link #ALL}
	 * @return true while it is open
	 */
	public boolean isOpen(CycleName cycle, MeetingKind kind, String step) {
		return this.tasks.open(MeetingProcess.key(cycle, kind), step).isPresent();
	}

	/**
	 * Asks a host for date and place, in the place of "Confirm date and host".
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return whether that step was open; nothing happens if not
	 */
	public boolean hostNamed(CycleName cycle, MeetingKind kind) {
		return this.process.hostNamed(cycle, kind);
	}

	/**
	 * Offers the open steps of a host to other people.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @param groups the engine's ids, the secretariat's among them
	 */
	public void offer(CycleName cycle, MeetingKind kind, List<String> groups) {
		ALL.forEach((step) -> this.tasks.offer(MeetingProcess.key(cycle, kind), step, groups));
	}

	/**
	 * Which meeting an instance of the model is about.
	 * @param execution of the model
	 * @return its business key
	 */
	public static BusinessKey about(DelegateExecution execution) {
		return BusinessKey.parse(execution.getProcessBusinessKey());
	}

	/**
	 * Answers "Party hosts?".
	 * @param execution of the model
	 * @param hosts whether a party of the register hosts the meeting
	 */
	public static void answerPartyHosts(DelegateExecution execution, boolean hosts) {
		execution.setVariable(PARTY_HOSTS, hosts);
	}

	/**
	 * Answers "Participants to come?".
	 * @param execution of the model
	 * @param toCome whether the host is asked for them
	 */
	public static void answerParticipantsToCome(DelegateExecution execution, boolean toCome) {
		execution.setVariable(PARTICIPANTS_TO_COME, toCome);
	}

}
