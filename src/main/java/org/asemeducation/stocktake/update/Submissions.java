package org.asemeducation.stocktake.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what was submitted, version by version, and what became of it.
 */
@Component
public class Submissions {

	private static final String VERSIONS = """
			select r.cycle, r.initiative, r.number, r.submitted_at, r.submitted_by, r.late,
			    (select d.words from entered d where d.revision = r.id) as entered,
			    case when b.revision is not null then 'taken-back' when v.accepted then 'accepted'
			        when v.revision is not null then 'returned' else 'in-review' end as became,
			    coalesce(b.taken_at, v.given_at) as became_at
			from revision r left join taken_back b on b.revision = r.id left join verdict v on v.revision = r.id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Submissions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All versions of an update.
	 * @param key which update
	 * @return the first first
	 */
	public List<Version> of(UpdateKey key) {
		return this.jdbc.sql(VERSIONS + "where r.cycle = :cycle and r.initiative = :initiative order by r.number")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> version(row))
			.list();
	}

	/**
	 * What somebody's parties were asked for, in all cycles, and what they help with now.
	 * @param userId the engine's user
	 * @return the newest cycle first, within it in the order of the plan
	 */
	List<Asked> askedOf(String userId) {
		Map<String, List<Version>> versions = new LinkedHashMap<>();
		String theirs = """
				(select k.initiative from contact c
				    join contact_role s on s.contact = c.id and s.role = 'coordinator'
				    join coordination k on k.party = s.party and k.role = 'coordinator'
				    where c.user_id = :user and c.active
				 union select h.initiative from contact c join helper h on h.contact = c.id
				    join coordination k on k.party = h.party and k.initiative = h.initiative and k.role = 'coordinator'
				    where c.user_id = :user and c.active and h.ended_at is null and h.ends_at >= :now)""";
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql(VERSIONS + "where r.initiative in " + theirs + " order by r.number")
			.param("user", userId)
			.param("now", now)
			.query((row, number) -> Map.entry(row.getString("cycle") + "/" + row.getString("initiative"), version(row)))
			.list()
			.forEach((version) -> versions.computeIfAbsent(version.getKey(), (key) -> new ArrayList<>())
				.add(version.getValue()));
		return this.jdbc.sql("""
				select y.name, y.title as cycle_title, y.zone, r.initiative, i.title, r.state, r.settled_as,
				    exists (select from draft d where d.cycle = r.cycle and d.initiative = r.initiative) as drafted
				from update_request r join cycle y on y.name = r.cycle
				join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
				where r.initiative in """ + theirs + " order by y.opened_at desc, y.name, i.position")
			.param("user", userId)
			.param("now", now)
			.query((row, number) -> new Asked(row.getString("name"), row.getString("cycle_title"),
					ZoneId.of(row.getString("zone")), row.getString("initiative"), row.getString("title"),
					UpdateState.of(row.getString("state")), row.getString("settled_as"), row.getBoolean("drafted"),
					versions.getOrDefault(row.getString("name") + "/" + row.getString("initiative"), List.of())))
			.list();
	}

	private static Version version(ResultSet row) throws SQLException {
		OffsetDateTime became = row.getObject("became_at", OffsetDateTime.class);
		return new Version(row.getInt("number"), row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
				row.getString("submitted_by"), row.getString("entered"), row.getBoolean("late"),
				row.getString("became"), (became != null) ? became.toInstant() : null);
	}

	/**
	 * A version that was submitted.
	 *
	 * @param number counts the submissions of this update from 1
	 * @param submittedAt when
	 * @param submittedBy the user id
	 * @param entered that the AES has entered it and for whom, in words; {@code null}
	 * when its coordinators submitted it
	 * @param late whether it came after the day that it was asked for
	 * @param became {@code in-review}, {@code accepted}, {@code returned} or
	 * {@code taken-back}
	 * @param becameAt since when; {@code null} while it is in review
	 */
	public record Version(int number, Instant submittedAt, String submittedBy, @Nullable String entered, boolean late,
			String became, @Nullable Instant becameAt) {

		/** The name of who submitted it, with whom they entered it for. */
		String by(String name) {
			return (this.entered != null) ? "%s (%s)".formatted(name, this.entered) : name;
		}

		public boolean isTakenBack() {
			return "taken-back".equals(this.became);
		}

	}

	/**
	 * An update that was asked for.
	 */
	record Asked(String cycle, String cycleTitle, ZoneId zone, String initiative, String title, UpdateState state,
			@Nullable String settledAs, boolean drafted, List<Version> versions) {

		Asked {
			versions = List.copyOf(versions);
		}

	}

}
