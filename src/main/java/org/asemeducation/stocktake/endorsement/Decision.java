package org.asemeducation.stocktake.endorsement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What ministers decided about the work plan.
 *
 * @param adopted whether they adopted it
 * @param on the day of the adoption; {@code null} when not adopted
 * @param reason why they did not; {@code null} when adopted
 */
public record Decision(@Nullable Boolean adopted, @Nullable LocalDate on, @Nullable String reason) {

	public Decision {
		reason = (reason == null || reason.isBlank()) ? null : reason.strip();
	}

	public static Decision adopted(LocalDate on) {
		return new Decision(true, on, null);
	}

	public static Decision notAdopted(String reason) {
		return new Decision(false, null, reason);
	}

	boolean isAdopted() {
		return Boolean.TRUE.equals(this.adopted);
	}

	List<Problem> problems(Meeting asemme) {
		List<Problem> problems = new ArrayList<>();
		if (this.adopted == null) {
			problems.add(new Problem("adopted", "Say whether the ministers adopted the work plan."));
		}
		else if (!this.adopted) {
			if (this.reason == null) {
				problems.add(new Problem("reason", "Say why the work plan was not adopted."));
			}
		}
		else if (Occasions.isDropped(asemme)) {
			problems.add(new Problem("adopted",
					"The ASEMME was dropped, so nobody could adopt the work plan: choose \"not adopted\" and say why."));
		}
		else if (this.on == null) {
			problems.add(new Problem("on", "Give the day on which the work plan was adopted."));
		}
		else if (asemme.held() != null && this.on.isBefore(asemme.held())) {
			problems.add(new Problem("on", "Give the day of the ASEMME (%s) or a later one.".formatted(asemme.held())));
		}
		return problems;
	}

}
