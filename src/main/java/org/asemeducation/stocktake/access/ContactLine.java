package org.asemeducation.stocktake.access;

import org.jspecify.annotations.Nullable;

/**
 * A contact as the secretariat sees it in the list.
 *
 * @param id the register's number
 * @param name as the person writes it
 * @param email in lower case
 * @param roles what for whom, such as {@code ASEF (coordinator)}
 * @param language a language tag
 * @param zone IANA name, or {@code null} for the cycle's zone
 * @param invited whether an invitation is still open
 * @param notInvited whether they were entered without being told
 */
public record ContactLine(long id, String name, String email, String roles, String language, @Nullable String zone,
		boolean invited, boolean notInvited) {

	private static final String WANTED = """
			active and (:search = '' or strpos(lower(name), lower(:search)) > 0 or strpos(email, lower(:search)) > 0
			    or id in (select r.contact from contact_role r join party p on p.id = r.party
			        where strpos(lower(concat_ws(' ', p.acronym, p.name)), lower(:search)) > 0))
			""";

	static final String COUNT = "select count(*) from contact where " + WANTED;

	static final String QUERY = """
			select contact.id, contact.name, contact.email, contact.language, contact.zone,
			       concat_ws(', ', (select string_agg(coalesce(party.acronym, party.name) || ' (' || contact_role.role || ')', ', '
			                                   order by coalesce(party.acronym, party.name))
			                 from contact_role join party on party.id = contact_role.party
			                 where contact_role.contact = contact.id),
			                (select string_agg(helper.initiative || ' (helps until '
			                                   || to_char(helper.ends_at at time zone 'UTC', 'YYYY-MM-DD') || ')', ', ' order by helper.initiative)
			                 from helper where helper.contact = contact.id and ended_at is null and ends_at >= :now)) as roles,
			       exists (select 1 from invitation where invitation.contact = contact.id
			               and used_at is null and expires_at > :now) as invited,
			       contact.not_invited
			from (select * from contact where {wanted} order by name, email limit :size offset :offset) contact
			order by contact.name, contact.email
			"""
		.replace("{wanted}", WANTED);

}
