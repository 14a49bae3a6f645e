package org.asemeducation.stocktake.review;

import java.util.Optional;

import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may review what: nobody an initiative of their own party.
 */
@Component
class ReviewingBody {

	private static final String MEMBERS = """
			from contact c
			where c.active and exists (select from contact_role r where r.contact = c.id and r.role = 'reviewer')
			and not exists (select from contact_role r join coordination k on k.party = r.party
			    where r.contact = c.id and k.initiative = :initiative)""";

	private final Rights rights;

	private final JdbcClient jdbc;

	ReviewingBody(Rights rights, JdbcClient jdbc) {
		this.rights = rights;
		this.jdbc = jdbc;
	}

	/**
	 * Goes on only for whom the initiative is none of their own party.
	 * @param key which update
	 * @param userId who wants to review it
	 * @throws Refused when their party has a part in it
	 */
	void requireOthers(UpdateKey key, String userId) {
		if (this.rights.hasPart(userId, key.initiative().value())) {
			throw Refused.notAllowed(
					"Nobody reviews an initiative of their own party: leave %s to another member of the reviewing body."
						.formatted(key.initiative()));
		}
	}

	/**
	 * Whether anybody of the reviewing body may review it.
	 * @param key which update
	 * @return false when all members belong to parties that have a part in it, or there
	 * are none
	 */
	boolean canReview(UpdateKey key) {
		return this.jdbc.sql("select exists (select " + MEMBERS + ")")
			.param("initiative", key.initiative().value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Whose turn it is: whoever was dealt the fewest updates of the cycle so far. Who had
	 * it in an earlier round has it again.
	 * @param key which update
	 * @return the user id; nothing when nobody may review it
	 */
	Optional<String> turn(UpdateKey key) {
		return this.jdbc.sql("""
				select c.user_id %s
				order by exists (select from review_duty d
				        where d.cycle = :cycle and d.initiative = :initiative and d.reviewer = c.id) desc,
				    (select count(*) from review_duty d where d.cycle = :cycle and d.reviewer = c.id), c.id
				limit 1""".formatted(MEMBERS))
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query(String.class)
			.optional();
	}

}
