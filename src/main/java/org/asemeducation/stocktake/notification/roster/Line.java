package org.asemeducation.stocktake.notification.roster;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a contact of a cycle stands.
 *
 * @param contact the register's number
 * @param name theirs
 * @param email theirs
 * @param parties whom they speak for in the cycle
 * @param initiatives what those coordinate, in the plan's order
 * @param askedAt when the mail was claimed; {@code null} while they have not been asked
 * @param reminded whether they were reminded
 * @param reached whether mail reaches them
 * @param answer {@code still}, {@code now}, {@code two}; {@code null} while silent
 * @param newName whom they name; empty for nobody
 * @param newEmail that person's address
 * @param answeredAt when
 * @param settledAs {@code entered} or {@code left}; {@code null} while the AES has not
 * looked, or has nothing to
 */
record Line(long contact, String name, String email, String parties, String initiatives, @Nullable Instant askedAt,
		boolean reminded, boolean reached, @Nullable String answer, String newName, String newEmail,
		@Nullable Instant answeredAt, @Nullable String settledAs) {

	/** Whether the AES has something to decide. */
	public boolean isToSettle() {
		return this.settledAs == null && ("now".equals(this.answer) || "two".equals(this.answer));
	}

}
