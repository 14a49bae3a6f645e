package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may write for which initiative, asked at the moment of writing.
 */
@Component
public class Rights {

	private final JdbcClient jdbc;

	private final Helpers helpers;

	Rights(JdbcClient jdbc, Helpers helpers) {
		this.jdbc = jdbc;
		this.helpers = helpers;
	}

	/**
	 * Whether a party that the person belongs to has a part in the initiative, whatever
	 * part.
	 * @param userId the engine's user
	 * @param initiative the initiative's id, such as {@code A01-I01}
	 * @return {@code true} for an active contact, in any role, of a party that
	 * coordinates, supports or hosts it, and for whoever helps or has helped with it
	 */
	public boolean hasPart(String userId, String initiative) {
		return this.jdbc.sql("""
				select exists (
				    select 1 from contact
				    join contact_role on contact_role.contact = contact.id
				    join coordination on coordination.party = contact_role.party
				    where contact.user_id = :user and contact.active and coordination.initiative = :initiative)
				or exists (
				    select 1 from helper join contact on contact.id = helper.contact
				    where contact.user_id = :user and helper.initiative = :initiative)
				""").param("user", userId).param("initiative", initiative).query(Boolean.class).single();
	}

	/**
	 * Whether the person writes for a party that coordinates the initiative.
	 * @param userId the engine's user
	 * @param initiative the initiative's id, such as {@code A01-I01}
	 * @return {@code true} for an active contact of a coordinating party and for whoever
	 * helps one at this moment, else {@code false}
	 */
	public boolean mayWrite(String userId, String initiative) {
		return !coordinatingAs(userId, initiative).isEmpty() || this.helpers.helping(userId, initiative).isPresent();
	}

	/**
	 * The coordinating parties of an initiative that a person may submit for.
	 * @param userId the engine's user
	 * @param initiative the initiative's id
	 * @return their own, and the one that lets them submit as a helper
	 */
	public List<PartyId> submittingAs(String userId, String initiative) {
		return Stream
			.concat(coordinatingAs(userId, initiative).stream(),
					this.helpers.helping(userId, initiative).filter(Helper::maySubmit).map(Helper::party).stream())
			.distinct()
			.toList();
	}

	/**
	 * The coordinating parties of an initiative that a person speaks for.
	 * @param userId the engine's user
	 * @param initiative the initiative's id
	 * @return in the order of coordination; none for anybody else
	 */
	public List<PartyId> coordinatingAs(String userId, String initiative) {
		return this.jdbc.sql("""
				select coordination.party from contact
				join contact_role on contact_role.contact = contact.id and contact_role.role = 'coordinator'
				join coordination on coordination.party = contact_role.party and coordination.role = 'coordinator'
				where contact.user_id = :user and contact.active and coordination.initiative = :initiative
				order by coordination.position""")
			.param("user", userId)
			.param("initiative", initiative)
			.query((row, number) -> new PartyId(row.getLong("party")))
			.list();
	}

}
