package org.asemeducation.stocktake.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.asemeducation.stocktake.update.UpdateState;

/**
 * Why somebody is written to. Within a ladder, everything is told once.
 */
enum Ladder {

	/** A contact is asked, before the requests, whether they still are the contact. */
	CONFIRM("confirm", "confirm", Set.of()),

	/** A coordinator is asked for an update. */
	REQUEST("request", "request", Set.of()),

	/** A supporter or host learns that the update has been asked for. */
	INFORM("inform", "request", Set.of()),

	/** A coordinator learns that a revision came back with remarks. */
	RETURNED("returned", "returned", Set.of()),

	/** A coordinator is reminded of the deadline. */
	REMINDER("reminder", "reminder", Set.of(UpdateState.REQUESTED)),

	/** A coordinator is reminded of a revision that came back. */
	RETURNED_REMINDER("returned-reminder", "returned-reminder", Set.of(UpdateState.RETURNED)),

	/** A coordinator learns what the report will print after the freeze. */
	FREEZE_REMINDER("freeze-reminder", "freeze-reminder", Set.of(UpdateState.REQUESTED, UpdateState.RETURNED)),

	/** A coordinator who was asked learns that their own day has moved. */
	DATE_MOVED("date-moved", "date-moved", Set.of()),

	/** A coordinator who asked for more time learns that there is none. */
	NOT_EXTENDED("not-extended", "not-extended", Set.of()),

	/** A coordinator is asked whether other words are fine to print. */
	WORDING("wording", "wording", Set.of()),

	/** A coordinator learns that nothing is left to do by a day in their calendar. */
	NO_LONGER_DUE("no-longer-due", "no-longer-due", Set.of()),

	/** A coordinator learns which lines of the work plan ministers adopted. */
	ADOPTED("adopted", "adopted", Set.of()),

	/** A reader is asked for comments on a draft. */
	ROUND("round", "round", Set.of()),

	/** A reader who has said nothing is reminded that a comment round closes. */
	ROUND_REMINDER("round-reminder", "round-reminder", Set.of()),

	/** A reader learns what became of what they said. */
	ROUND_ANSWERS("round-answers", "round-answers", Set.of()),

	/** Whoever was asked for comments learns that the round closes later. */
	ROUND_PROLONGED("round-prolonged", "round-changed", Set.of()),

	/** Whoever was asked for comments learns that the round is called off. */
	ROUND_CALLED_OFF("round-called-off", "round-changed", Set.of()),

	/** Officials of a member are asked whether it objects. */
	NO_OBJECTION("no-objection", "no-objection", Set.of()),

	/** Officials of a silent member are reminded that a no-objection round closes. */
	NO_OBJECTION_REMINDER("no-objection-reminder", "no-objection-reminder", Set.of()),

	/** Officials learn that an objection has stopped the clock. */
	NO_OBJECTION_STOPPED("no-objection-stopped", "no-objection-changed", Set.of()),

	/** Officials learn that a no-objection round closes later. */
	NO_OBJECTION_PROLONGED("no-objection-prolonged", "no-objection-changed", Set.of()),

	/** Officials learn that a no-objection round is called off. */
	NO_OBJECTION_CALLED_OFF("no-objection-called-off", "no-objection-changed", Set.of()),

	/** A partner or stakeholder without an initiative is invited to contribute. */
	CONTRIBUTION("contribution", "contribution", Set.of()),

	/** Whoever speaks for a party learns that its contribution is to be changed. */
	CONTRIBUTION_RETURNED("contribution-returned", "contribution-returned", Set.of()),

	/** The reviewing body is reminded of its advice on a proposal. */
	ADVICE_REMINDER("advice-reminder", "advice-reminder", Set.of());

	private static final Set<Ladder> OF_ROUNDS = EnumSet.range(ROUND, NO_OBJECTION_CALLED_OFF);

	private final String key;

	private final String kind;

	private final Set<UpdateState> reminded;

	Ladder(String key, String kind, Set<UpdateState> reminded) {
		this.key = key;
		this.kind = kind;
		this.reminded = reminded;
	}

	String key() {
		return this.key;
	}

	/** The kind of the mail's line, as {@code mails.csv} shows it. */
	String kind() {
		return this.kind;
	}

	/** The ladder with this key. */
	static Ladder of(String key) {
		return Arrays.stream(values()).filter((ladder) -> ladder.key.equals(key)).findFirst().orElseThrow();
	}

	/** Whether the line asks for no update. */
	boolean isInforming() {
		return this == CONFIRM || this == INFORM || this == NO_LONGER_DUE || isOfContribution() || isOfRound();
	}

	/** Whether it speaks of what a party without an initiative contributes. */
	private boolean isOfContribution() {
		return this == CONTRIBUTION || this == CONTRIBUTION_RETURNED;
	}

	/** Whether it speaks of a round, and so of no initiative. */
	boolean isOfRound() {
		return OF_ROUNDS.contains(this);
	}

	/** Whether it is sent though no gathering is under way. */
	boolean leavesAnyTime() {
		return this == CONFIRM || isOfRound();
	}

	/** Whether the ladder has rungs: days from a day that counts. */
	boolean hasRungs() {
		return !this.reminded.isEmpty();
	}

	/** Whether the line counts only as long as its day does. */
	boolean isDated() {
		return hasRungs() || this == DATE_MOVED;
	}

	/** Whether an update in this state is reminded of. */
	boolean remindsOf(UpdateState state) {
		return this.reminded.contains(state);
	}

}
