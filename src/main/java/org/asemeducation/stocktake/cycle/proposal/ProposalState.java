package org.asemeducation.stocktake.cycle.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where a proposal stands.
 */
public enum ProposalState {

	/** Written and not sent. */
	DRAFT("being written"),
	/** The secretariat checks it. */
	PROPOSED("with the secretariat"),
	/** The proposer is asked to correct it. */
	ASKED_BACK("with its proposer, who is asked to correct it"),
	/** The reviewing body advises. */
	ADVISING("with the Standing Working Group, which advises"),
	/** A meeting is to decide. */
	DECIDING("before a meeting, which is to decide"),
	/**
	 * A meeting puts it off; so only while that is recorded, and then another is to
	 * decide.
	 */
	PUT_OFF("being put off"),
	/** A meeting has decided for it. */
	DECIDED("decided"),
	/** The secretariat or a meeting has said no. */
	DECLINED("declined"),
	/** Its proposer has taken it back. */
	WITHDRAWN("withdrawn");

	private final String words;

	ProposalState(String words) {
		this.words = words;
	}

	/** As tables and addresses call it, such as {@code asked-back}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** To go on from "The proposal is". */
	public String words() {
		return this.words;
	}

	/** Whether its proposer may write. */
	public boolean isWritten() {
		return this == DRAFT || this == ASKED_BACK;
	}

	/** Whether something is still to be done about it by others than its proposer. */
	public boolean isOpen() {
		return this == PROPOSED || this == ASKED_BACK || this == ADVISING || this == DECIDING;
	}

	static Optional<ProposalState> of(@Nullable String word) {
		return Arrays.stream(values()).filter((state) -> state.word().equals(word)).findFirst();
	}

}
