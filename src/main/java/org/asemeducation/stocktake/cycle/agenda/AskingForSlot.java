package org.asemeducation.stocktake.cycle.agenda;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coordinators ask for time at a meeting that is to come and may withdraw it until it is
 * answered; the AES answers until the meeting is held.
 */
@Component
class AskingForSlot {

	private static final Set<String> TO_COME = Set.of("planned", "confirmed");

	private final Cycles cycles;

	private final Meetings meetings;

	private final Slots slots;

	private final Rights rights;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	AskingForSlot(Cycles cycles, Meetings meetings, Slots slots, Rights rights, Audit audit,
			ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.slots = slots;
		this.rights = rights;
		this.audit = audit;
		this.events = events;
	}

	/** The meetings at which time can be asked for. */
	List<Meeting> toCome(CycleName cycle) {
		return this.meetings.of(cycle).stream().filter(AskingForSlot::isToCome).toList();
	}

	boolean mayAsk(CycleName cycle, String initiative, Person person) {
		return this.rights.mayWrite(person.userId(), initiative) && this.slots.isKnown(cycle, initiative);
	}

	/**
	 * What was asked for about an initiative.
	 * @throws Refused when the person has no part in it and looks after no updates
	 */
	List<Slot> about(CycleName cycle, String initiative, Person person) {
		requireKnown(cycle, initiative);
		if (!person.isSecretariat() && !person.isReviewer() && !this.rights.hasPart(person.userId(), initiative)) {
			throw Refused
				.notAllowed("Only people of the parties that have a part in %s see its slots: ask the secretariat."
					.formatted(initiative));
		}
		return this.slots.about(cycle, initiative);
	}

	/**
	 * Asks.
	 * @throws Refused when the person does not coordinate the initiative, something is
	 * missing, the meeting is over, or another question waits for its answer
	 */
	@Transactional
	public void ask(CycleName cycle, String initiative, NewSlot asked, Person by) {
		requireCoordinator(cycle, initiative, by);
		asked.check();
		MeetingKind kind = Objects.requireNonNull(asked.meeting());
		this.cycles.lock(cycle);
		requireToCome(cycle, kind, "Nothing is asked");
		long id = this.slots.ask(cycle, initiative, asked, by.userId())
			.orElseThrow(() -> Refused
				.conflict("Nothing is asked: a slot for %s at %s waits for its answer already. Withdraw that first."
					.formatted(initiative, kind)));
		this.audit.record(by.userId(), "ask for slot", about(cycle, kind), null,
				"%d minutes for %s".formatted(asked.minutes(), initiative));
		this.events.publishEvent(new SlotAsked(known(id)));
	}

	/**
	 * Withdraws.
	 * @throws Refused when the person does not coordinate the initiative, or it was
	 * answered or withdrawn already
	 */
	@Transactional
	public void withdraw(CycleName cycle, String initiative, long id, Person by) {
		requireCoordinator(cycle, initiative, by);
		Slot slot = known(id);
		if (!slot.initiative().equals(initiative) || !slot.cycle().equals(cycle)) {
			throw none();
		}
		if (!this.slots.withdraw(id)) {
			throw answered();
		}
		this.audit.record(by.userId(), "withdraw slot", about(cycle, slot.meeting()), null, initiative);
	}

	/**
	 * Answers.
	 * @throws Refused when the answer says too little, the meeting is over, or it was
	 * answered or withdrawn already
	 */
	@Transactional
	public void answer(CycleName cycle, MeetingKind kind, long id, SlotAnswer answer, String by) {
		answer.check();
		this.cycles.lock(cycle);
		Slot slot = known(id);
		if (slot.meeting() != kind || !slot.cycle().equals(cycle)) {
			throw none();
		}
		requireToCome(cycle, kind, "Nothing is answered");
		if (!this.slots.answer(id, answer, by)) {
			throw answered();
		}
		this.audit.record(by, "answer slot", about(cycle, kind), slot.initiative(), answer.given()
				? "given: %s, %d minutes".formatted(answer.at(), answer.minutes()) : "not given: " + answer.because());
		this.events.publishEvent(new SlotAnswered(known(id)));
	}

	private void requireToCome(CycleName cycle, MeetingKind kind, String nothing) {
		Meeting meeting = this.meetings.of(cycle, kind);
		if (!isToCome(meeting)) {
			throw Refused.conflict("%s: %s of %s was %s.".formatted(nothing, kind, cycle, meeting.state()));
		}
	}

	private void requireCoordinator(CycleName cycle, String initiative, Person by) {
		requireKnown(cycle, initiative);
		if (!this.rights.mayWrite(by.userId(), initiative)) {
			throw Refused.notAllowed(
					"Only those who coordinate %s ask for time for it: ask the secretariat.".formatted(initiative));
		}
	}

	private void requireKnown(CycleName cycle, String initiative) {
		this.cycles.get(cycle);
		if (!this.slots.isKnown(cycle, initiative)) {
			throw Refused.notFound("%s has no initiative %s.".formatted(cycle, initiative));
		}
	}

	private Slot known(long id) {
		return this.slots.find(id).orElseThrow(AskingForSlot::none);
	}

	private static boolean isToCome(Meeting meeting) {
		return TO_COME.contains(meeting.state());
	}

	private static Refused none() {
		return Refused.notFound("There is no such slot.");
	}

	private static Refused answered() {
		return Refused.conflict("Nothing has changed: this slot was answered or withdrawn already. Reload the page.");
	}

	private static String about(CycleName cycle, MeetingKind kind) {
		return "%s/%s".formatted(cycle, kind);
	}

}
