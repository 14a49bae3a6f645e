package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;

/**
 * That something is not mailed to somebody until it is released.
 *
 * @param key what
 * @param act in which act somebody said so, such as {@code hold} or {@code send requests}
 * @param reason why
 * @param at since when
 * @param by the user who said so
 */
record Hold(Key key, String act, String reason, Instant at, String by) {

	/**
	 * What is held. It names no day: when that moves, the hold goes along.
	 *
	 * @param contact from whom
	 * @param ladder of what; a held request holds what informs as well
	 * @param initiative about what; empty for whatever it is about
	 * @param round as in the claim
	 * @param rung as in the claim
	 */
	record Key(ContactId contact, Ladder ladder, String initiative, int round, int rung) {

		private static final Set<Ladder> ONE_MAIL = Set.of(Ladder.REQUEST, Ladder.INFORM, Ladder.ADOPTED);

		/** What holds a claim. */
		static Key of(Claim claim) {
			if (claim.ladder().hasRungs() || claim.ladder() == Ladder.ADVICE_REMINDER) {
				return new Key(claim.contact(), claim.ladder(), claim.initiative().value(), claim.round(),
						claim.rung());
			}
			return new Key(claim.contact(), (claim.ladder() == Ladder.INFORM) ? Ladder.REQUEST : claim.ladder(), "",
					ONE_MAIL.contains(claim.ladder()) ? 0 : claim.round(), 0);
		}

	}

}
