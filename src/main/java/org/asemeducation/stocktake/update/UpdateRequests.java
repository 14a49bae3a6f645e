package org.asemeducation.stocktake.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was asked for, and where it stands.
 */
@Component
public class UpdateRequests {

	private static final String ANYWHERE = "cycle_initiative";

	/**
	 * Where the next are when ids rise with the plan's order, so that a chunk does not
	 * look through all that have been asked. What this misses is found {@link #ANYWHERE}.
	 */
	private static final String AFTER_THE_LAST = """
			(select cycle, initiative, position from cycle_initiative where cycle = :cycle and position > coalesce((
			        select position from cycle_initiative where cycle = :cycle
			        and initiative = (select max(initiative) from update_request where cycle = :cycle)), 0)
			    order by position limit :limit)""";

	private static final String UNANSWERED = """
			update_request r
			where r.cycle = :cycle and r.state in ('unstaffed', 'requested', 'returned')
			and not exists (select 1 from draft d where d.cycle = r.cycle and d.initiative = r.initiative)
			and not exists (select from extension e
			    join own_day o on o.cycle = e.cycle and o.initiative = e.initiative and o.held_until is not null
			    where e.cycle = r.cycle and e.initiative = r.initiative and e.past_freeze and e.outcome = 'granted')
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	UpdateRequests(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<UpdateRequest> find(UpdateKey key) {
		return select(key, "");
	}

	/**
	 * The request, locked until the caller's transaction ends: two people who submit, or
	 * a submission and the freeze, come one after the other.
	 * @param key which update
	 * @return the request as it stands now
	 * @throws Refused when nothing was asked
	 */
	public UpdateRequest lock(UpdateKey key) {
		return select(key, " for update").orElseThrow(() -> notAsked(key));
	}

	static Refused notAsked(UpdateKey key) {
		return Refused.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle()));
	}

	/**
	 * Asks for the next updates of a cycle that were not asked for yet.
	 * @param cycle the cycle
	 * @param limit at most so many
	 * @return what was asked for now, in the order of the plan
	 */
	List<UpdateRequest> askNext(CycleName cycle, int limit) {
		List<UpdateRequest> asked = new ArrayList<>(ask(AFTER_THE_LAST, cycle, limit));
		if (asked.size() < limit) {
			asked.addAll(ask(ANYWHERE, cycle, limit - asked.size()));
		}
		return asked;
	}

	private List<UpdateRequest> ask(String where, CycleName cycle, int limit) {
		return this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, asked_at)
				select c.cycle, c.initiative, case when exists (select 1 from coordination k
				        where k.initiative = c.initiative and k.role = 'coordinator')
				    then 'requested' else 'unstaffed' end, :at
				from %s c
				where c.cycle = :cycle and not exists (select 1 from update_request r
				    where r.cycle = c.cycle and r.initiative = c.initiative)
				order by c.position limit :limit
				returning *""".formatted(where))
			.param("at", now())
			.param("cycle", cycle.value())
			.param("limit", limit)
			.query((row, number) -> read(row))
			.list();
	}

	void moveTo(UpdateKey key, UpdateState state) {
		this.jdbc.sql("""
				update update_request set state = :state
				where cycle = :cycle and initiative = :initiative and state <> 'settled'""")
			.param("state", state.word())
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

	void settle(UpdateKey key, String as) {
		this.jdbc.sql("""
				update update_request set state = 'settled', settled_as = :as, settled_at = :at
				where cycle = :cycle and initiative = :initiative and state <> 'settled'""")
			.param("as", as)
			.param("at", now())
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

	/**
	 * What was settled without an update has one after all. Does nothing to any other.
	 * @param key which update; its revision is accepted
	 */
	void takeIn(UpdateKey key) {
		this.jdbc.sql("""
				update update_request r set settled_as = 'accepted', settled_at = :at
				where cycle = :cycle and initiative = :initiative and state = 'settled' and settled_as <> 'accepted'
				and exists (select from taken_in t join revision v on v.id = t.revision
				    where v.cycle = r.cycle and v.initiative = r.initiative)""")
			.param("at", now())
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.update();
	}

	boolean allSettled(CycleName cycle) {
		return this.jdbc.sql("""
				select not exists (select 1 from update_request where cycle = :cycle and state <> 'settled')""")
			.param("cycle", cycle.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Locks whatever is not settled, one after the other: once it returns, nobody is
	 * writing or reviewing any more, until the caller's transaction ends.
	 * @param cycle the cycle
	 */
	void lockOpen(CycleName cycle) {
		this.jdbc.sql("""
				select count(*) from (select from update_request where cycle = :cycle and state <> 'settled'
				    order by initiative for update) locked""").param("cycle", cycle.value()).query(Long.class).single();
	}

	/**
	 * Requests that the end of gathering settles: asked for, without a draft, and not
	 * held open longer by the AES. Locks them before it looks again, so that a draft that
	 * is being saved in this moment counts.
	 * @param cycle the cycle
	 * @param limit at most so many
	 * @return locked rows
	 */
	List<UpdateRequest> unanswered(CycleName cycle, int limit) {
		List<String> locked = this.jdbc
			.sql("select r.initiative from " + UNANSWERED + "order by r.initiative limit :limit for update of r")
			.param("cycle", cycle.value())
			.param("limit", limit)
			.query(String.class)
			.list();
		return this.jdbc.sql("select r.* from " + UNANSWERED + "and r.initiative = any(:locked) order by r.initiative")
			.param("cycle", cycle.value())
			.param("locked", locked.toArray(String[]::new))
			.query((row, number) -> read(row))
			.list();
	}

	private Optional<UpdateRequest> select(UpdateKey key, String lock) {
		return this.jdbc.sql("select * from update_request where cycle = :cycle and initiative = :initiative" + lock)
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> read(row))
			.optional();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static UpdateRequest read(ResultSet row) throws SQLException {
		return new UpdateRequest(UpdateKey.of(row.getString("cycle"), row.getString("initiative")),
				UpdateState.of(row.getString("state")), row.getString("settled_as"));
	}

}
