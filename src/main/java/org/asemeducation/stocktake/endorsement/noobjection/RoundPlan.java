package org.asemeducation.stocktake.endorsement.noobjection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat plans: between which hours, in which zone, with which members.
 *
 * @param opensAt when it is to open
 * @param closesAt when it is to close
 * @param zone in which the hours are named
 * @param reminderDays days before the close on which the silent are reminded; 0 for none
 * @param members the register's numbers of partners
 */
public record RoundPlan(Instant opensAt, Instant closesAt, ZoneId zone, int reminderDays, List<Long> members) {

	private static final int LONGEST_REMINDER = 30;

	public RoundPlan {
		members = List.copyOf(members);
	}

	/**
	 * Reads it as it was typed.
	 * @param opens such as {@code 2024-01-10T09:00}
	 * @param closes likewise
	 * @param zone such as {@code Europe/Rome}
	 * @param reminderDays days before the close; empty for none
	 * @param members the register's numbers of partners
	 * @return the plan
	 * @throws Refused with all that will not do
	 */
	public static RoundPlan of(@Nullable String opens, @Nullable String closes, @Nullable String zone,
			@Nullable String reminderDays, List<Long> members) {
		List<Problem> problems = new ArrayList<>();
		ZoneId where = zone(zone, problems);
		Instant from = moment("opens", opens, where, problems);
		Instant until = moment("closes", closes, where, problems);
		int days = days(reminderDays, problems);
		if (!until.isAfter(from) && problems.isEmpty()) {
			problems.add(new Problem("closes", "The round has to close after it opens."));
		}
		if (members.isEmpty()) {
			problems.add(new Problem("members", "Choose at least one member."));
		}
		if (!problems.isEmpty()) {
			throw Refused.invalid("The round is not planned. " + problems.get(0).message(), problems);
		}
		return new RoundPlan(from, until, where, days, members);
	}

	private static ZoneId zone(@Nullable String zone, List<Problem> problems) {
		if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone.strip())) {
			problems.add(new Problem("zone", "Name a time zone, such as Europe/Rome or Asia/Bangkok."));
			return java.time.ZoneOffset.UTC;
		}
		return ZoneId.of(zone.strip());
	}

	/**
	 * Reads another closing hour as it was typed.
	 * @param closes such as {@code 2024-01-20T18:00}
	 * @param zone in which the round's hours are named
	 * @return the moment
	 * @throws Refused when it is none
	 */
	static Instant closing(@Nullable String closes, ZoneId zone) {
		List<Problem> problems = new ArrayList<>();
		Instant moment = moment("closes", closes, zone, problems);
		if (!problems.isEmpty()) {
			throw Refused.invalid("The round is not prolonged. " + problems.get(0).message(), problems);
		}
		return moment;
	}

	private static Instant moment(String field, @Nullable String typed, ZoneId zone, List<Problem> problems) {
		try {
			return LocalDateTime.parse((typed != null) ? typed.strip() : "").atZone(zone).toInstant();
		}
		catch (DateTimeException ex) {
			problems.add(new Problem(field, "Say on which day and at which hour the round %s.".formatted(field)));
			return Instant.EPOCH;
		}
	}

	private static int days(@Nullable String typed, List<Problem> problems) {
		String days = (typed != null) ? typed.strip() : "";
		if (days.isEmpty()) {
			return 0;
		}
		if (!days.matches("[0-9]{1,2}") || Integer.parseInt(days) > LONGEST_REMINDER) {
			problems.add(new Problem("reminderDays",
					"Say how many days before the close to remind, from 0 to %d.".formatted(LONGEST_REMINDER)));
			return 0;
		}
		return Integer.parseInt(days);
	}

}
