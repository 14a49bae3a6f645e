package org.asemeducation.stocktake.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what waits, failed and stands where: in one question to the database, however
 * many figures are read from it.
 */
class Counting {

	private static final long HOLDS = Duration.ofSeconds(10).toNanos();

	private static final String COUNTS = """
			select 'incident ' || d.key_ as what, count(*) as number
			from act_ru_incident i join act_re_procdef d on d.id_ = i.proc_def_id_
			where i.id_ = i.cause_incident_id_ group by d.key_
			union all
			select 'task ' || case when due_date_ < :now then 'overdue' else 'open' end, count(*)
			from act_ru_task group by 1
			union all
			select 'mail ' || case when exists (select from act_ru_incident i
			    where i.proc_inst_id_ = m.process_instance) then 'failed'
			    when exists (select from unreachable u where u.contact = m.contact and u.settled_at is null) then 'kept'
			    when exists (select from held_back h where h.mail = m.id and h.released_at is null) then 'held'
			    else m.state end, count(*)
			from mail m where m.state in ('queued', 'sending') group by 1
			union all
			select 'mail oldest', extract(epoch from cast(:now as timestamptz) - min(bundled_at))
			from mail where state in ('queued', 'sending') and bundled_at <= :now
			    and not exists (select from unreachable u where u.contact = mail.contact and u.settled_at is null)
			    and not exists (select from held_back h where h.mail = mail.id and h.released_at is null) having count(*) > 0
			union all
			select 'update ' || coalesce(r.settled_as, r.state, 'not-asked'), count(*)
			from cycle_initiative i
			left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
			where i.cycle = (select name from cycle where kind = 'report'
			    order by opened_at desc, name desc limit 1) group by 1
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final LongSupplier nanos;

	private @Nullable Counts last;

	private long countedAt;

	Counting(JdbcClient jdbc, Clock clock, LongSupplier nanos) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.nanos = nanos;
	}

	/**
	 * The counts, at most ten seconds old.
	 * @throws DataAccessException when the database does not answer
	 */
	synchronized Counts now() {
		Counts counts = this.last;
		if (counts == null || this.nanos.getAsLong() - this.countedAt >= HOLDS) {
			counts = count();
			this.last = counts;
			this.countedAt = this.nanos.getAsLong();
		}
		return counts;
	}

	private Counts count() {
		Map<String, Double> numbers = new HashMap<>();
		this.jdbc.sql(COUNTS).param("now", Timestamp.from(this.clock.instant())).query((row) -> {
			numbers.put(row.getString("what"), row.getDouble("number"));
		});
		return new Counts(numbers);
	}

}
