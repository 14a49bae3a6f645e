package org.asemeducation.stocktake.notification.help;

import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.extension.Grant;
import org.asemeducation.stocktake.update.handover.Successor;
import org.jspecify.annotations.Nullable;

/**
 * What the AES wants to do for coordinators.
 *
 * @param act the word of a {@link HelpKind}
 * @param initiatives their ids, at most {@link #MOST}
 * @param grant how much more time; only for that
 * @param leaving the register's number of who hands over; only for that
 * @param successor who takes over; only for that
 * @param party for whom the successor speaks, as the register calls it; left out for a
 * colleague in the same party
 * @param reason why late updates are taken in; only for that
 */
public record Help(@Nullable String act, @Nullable List<String> initiatives, @Nullable Grant grant,
		@Nullable Long leaving, @Nullable Successor successor, @Nullable String party, @Nullable String reason) {

	/** So many at once: nobody who submits waits for more. */
	static final int MOST = 200;

	HelpKind kind() {
		return HelpKind.of(this.act).orElseThrow(() -> refusal("act", "Choose what to do."));
	}

	List<InitiativeId> chosen() {
		if (this.initiatives == null || this.initiatives.isEmpty()) {
			throw refusal("initiatives", "Choose at least one initiative.");
		}
		if (this.initiatives.size() > MOST) {
			throw refusal("initiatives", "Choose at most %d initiatives at once.".formatted(MOST));
		}
		try {
			return this.initiatives.stream().distinct().map(InitiativeId::new).toList();
		}
		catch (IllegalArgumentException | NullPointerException ex) {
			throw refusal("initiatives", "Choose initiatives of the list.");
		}
	}

	static Refused refusal(String field, String message) {
		return Refused.invalid("Nothing is done yet.", List.of(new Problem(field, message)));
	}

}
