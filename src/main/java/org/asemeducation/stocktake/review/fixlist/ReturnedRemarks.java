package org.asemeducation.stocktake.review.fixlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.update.FixList;
import org.asemeducation.stocktake.update.FixList.Fix;
import org.asemeducation.stocktake.update.FixLists;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The remarks of returns with their answers.
 */
@Component
public class ReturnedRemarks implements FixLists {

	private static final String FIXES = """
			select r.number as revision_number, m.*, a.done, a.because, a.answered_at, a.answered_by
			from remark m join revision r on r.id = m.revision
			left join remark_answer a on a.revision = m.revision and a.number = m.number
			where r.cycle = :cycle and r.initiative = :initiative order by r.number, m.number""";

	private static final String LAST_RETURN = """
			select v.revision, v.opens_all, r.number from verdict v join revision r on r.id = v.revision
			where not v.accepted and v.revision = (select id from revision
			    where cycle = :cycle and initiative = :initiative
			    and not exists (select from taken_back where revision = revision.id) order by number desc limit 1)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ReturnedRemarks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Optional<FixList> open(UpdateKey key) {
		return lastReturn(key)
			.map((last) -> new FixList(last.opensAll(), of(key).getOrDefault(last.number(), List.of())));
	}

	/**
	 * The remarks of all rounds.
	 * @param key which update
	 * @return by the number of the revision that came back, the first first
	 */
	public Map<Integer, List<Fix>> of(UpdateKey key) {
		Map<Integer, List<Fix>> fixes = new LinkedHashMap<>();
		this.jdbc.sql(FIXES)
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row) -> {
				fixes.computeIfAbsent(row.getInt("revision_number"), (number) -> new ArrayList<>()).add(fix(row));
			});
		return fixes;
	}

	/**
	 * Saves what became of a remark of the last return; the caller holds the request's
	 * lock.
	 * @param key which update
	 * @param number of the remark
	 * @param because why it is not done; {@code null} when it is
	 * @param by the user id
	 * @return whether there is such a remark
	 */
	boolean answer(UpdateKey key, int number, @Nullable String because, String by) {
		return lastReturn(key)
			.map((last) -> this.jdbc.sql("""
					insert into remark_answer (revision, number, done, because, answered_at, answered_by)
					select revision, number, :done, :because, :at, :by from remark
					where revision = :revision and number = :number
					on conflict (revision, number) do update set done = excluded.done, because = excluded.because,
					    answered_at = excluded.answered_at, answered_by = excluded.answered_by""")
				.param("done", because == null)
				.param("because", because)
				.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("by", by)
				.param("revision", last.revision())
				.param("number", number)
				.update() == 1)
			.orElse(false);
	}

	/**
	 * Takes an answer away that was given by mistake.
	 */
	void withdraw(UpdateKey key, int number) {
		lastReturn(key).ifPresent(
				(last) -> this.jdbc.sql("delete from remark_answer where revision = :revision and number = :number")
					.param("revision", last.revision())
					.param("number", number)
					.update());
	}

	private Optional<Return> lastReturn(UpdateKey key) {
		return this.jdbc.sql(LAST_RETURN)
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> new Return(row.getLong("revision"), row.getInt("number"),
					row.getBoolean("opens_all")))
			.optional();
	}

	private static Fix fix(ResultSet row) throws SQLException {
		OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
		return new Fix(row.getInt("number"), row.getString("field"), row.getString("text"), row.getString("said_by"),
				row.getObject("done", Boolean.class), row.getString("because"), (at != null) ? at.toInstant() : null,
				row.getString("answered_by"));
	}

	private record Return(long revision, int number, boolean opensAll) {
	}

}
