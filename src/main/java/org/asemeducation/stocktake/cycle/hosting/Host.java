package org.asemeducation.stocktake.cycle.hosting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.jspecify.annotations.Nullable;

/**
 * Who hosts a meeting, and what they have said.
 *
 * @param party the register's number; {@code null} when nobody of the register hosts it
 * any more
 * @param name how the party is called; {@code null} with it
 * @param group the engine's group of the party; {@code null} with it
 * @param proposed the day they propose; {@code null} when they have not said
 * @param place where; {@code null} when they have not said
 * @param theme the meeting's; {@code null} when they have not said, empty for none
 * @param programme the same
 * @param done the steps that were answered and not asked for again
 */
record Host(@Nullable PartyId party, @Nullable String name, @Nullable String group, @Nullable LocalDate proposed,
		@Nullable String place, @Nullable String theme, @Nullable String programme, List<String> done) {

	Host {
		done = List.copyOf(done);
	}

	/** Whether a step was answered. */
	boolean hasDone(String step) {
		return this.done.contains(step);
	}

	/** Whom the steps are offered to: the secretariat, and the host. */
	List<String> groups() {
		String group = this.group;
		return (group != null) ? List.of("aes", group) : List.of("aes");
	}

	static List<String> steps(boolean proposed, boolean theme, boolean programme, boolean participants) {
		return Stream
			.of(proposed ? HostSteps.PROPOSE_DATE_AND_PLACE : "", theme ? HostSteps.NAME_THEME : "",
					programme ? HostSteps.GIVE_PROGRAMME : "", participants ? HostSteps.SEND_PARTICIPANTS : "")
			.filter((step) -> !step.isEmpty())
			.toList();
	}

}
