package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.access.SittingReviewers;
import org.asemeducation.stocktake.cycle.Cycles;
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
			    where r.contact = c.id and k.initiative = :initiative)
			and\s""" + SittingReviewers.IN_TERM;

	private static final String IN_SWG = """
			(not exists (select from reviewer_seat s where s.contact = c.id)
			    or exists (select from reviewer_seat s where s.contact = c.id and s.objective is null
			        and :today between s.from_day and coalesce(s.to_day, 'infinity')))""";

	/**
	 * Whether the member sits in the group whose turn it is: the Expert Group where a
	 * cycle has them.
	 */
	private static final String IN_GROUP = """
			case when exists (select from reviewing_body b where b.cycle = :cycle and b.kind = 'expert-groups')
			then exists (select from reviewer_seat s where s.contact = c.id
			    and :today between s.from_day and coalesce(s.to_day, 'infinity')
			    and s.objective in (select g.objective from cycle_initiative i
			        join contribution k on k.action = i.action join subgoal g on g.number = k.subgoal
			        where i.cycle = :cycle and i.initiative = :initiative
			        and (k.confirmed_at is not null or not exists (select from contribution o
			            where o.action = i.action and o.confirmed_at is not null))))
			else true end""";

	private final Rights rights;

	private final SittingReviewers sitting;

	private final Cycles cycles;

	private final Clock clock;

	private final JdbcClient jdbc;

	ReviewingBody(Rights rights, SittingReviewers sitting, Cycles cycles, Clock clock, JdbcClient jdbc) {
		this.rights = rights;
		this.sitting = sitting;
		this.cycles = cycles;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	/**
	 * Goes on only for whom the initiative is none of their own party, and whose term has
	 * not ended.
	 * @param key which update
	 * @param userId who wants to review it
	 * @throws Refused when their party has a part in it, or they do not sit in the
	 * reviewing body today
	 */
	void requireMember(UpdateKey key, String userId) {
		if (this.rights.hasPart(userId, key.initiative().value())) {
			throw Refused.notAllowed(
					"Nobody reviews an initiative of their own party: leave %s to another member of the reviewing body."
						.formatted(key.initiative()));
		}
		if (!this.sitting.sits(userId, today(key))) {
			throw Refused.notAllowed(
					"You do not sit in the reviewing body today: your term is over or has not begun. Ask the secretariat if that is wrong.");
		}
	}

	private LocalDate today(UpdateKey key) {
		return LocalDate.ofInstant(this.clock.instant(), this.cycles.get(key.cycle()).zone());
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
			.param("today", today(key))
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
				    %s desc, %s desc,
				    (select count(*) from review_duty d where d.cycle = :cycle and d.reviewer = c.id), c.id
				limit 1""".formatted(MEMBERS, IN_GROUP, IN_SWG))
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("today", today(key))
			.query(String.class)
			.optional();
	}

}
