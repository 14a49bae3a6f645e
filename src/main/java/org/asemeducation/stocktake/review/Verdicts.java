package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.update.Remarks;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The verdicts and their remarks.
 */
@Component
public class Verdicts implements Remarks {

	private final JdbcClient jdbc;

	private final Clock clock;

	Verdicts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Whether the last revision of an update was accepted.
	 * @param key which update
	 * @return the answer, or nothing while there is no verdict on it
	 */
	public Optional<Boolean> onLatest(UpdateKey key) {
		return this.jdbc.sql("""
				select v.accepted from revision r join verdict v on v.revision = r.id
				where r.cycle = :cycle and r.initiative = :initiative
				and r.number = (select max(number) from revision
				    where cycle = :cycle and initiative = :initiative)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query(Boolean.class)
			.optional();
	}

	@Override
	public Map<String, String> on(UpdateKey key) {
		Map<String, String> remarks = new LinkedHashMap<>();
		this.jdbc.sql("""
				select m.field, m.text from remark m
				where m.revision = (select id from revision where cycle = :cycle and initiative = :initiative
				    and not exists (select from taken_back where revision = revision.id) order by number desc limit 1)
				order by m.number""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row) -> {
				remarks.merge(row.getString("field"), row.getString("text"), "%s\n\n%s"::formatted);
			});
		return remarks;
	}

	@Override
	public Optional<Instant> returnedAt(UpdateKey key) {
		return this.jdbc
			.sql("""
					select v.given_at from verdict v
					where not v.accepted and v.revision = (select id from revision
					    where cycle = :cycle and initiative = :initiative
					    and not exists (select from taken_back where revision = revision.id) order by number desc limit 1)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> row.getObject("given_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	/**
	 * A revision goes on as it was received, unreviewed.
	 */
	void receive(Revision revision, String reason, String by) {
		this.jdbc.sql("""
				insert into verdict (revision, accepted, reviewed, reason, given_at, given_by)
				values (:revision, true, false, :reason, :at, :by)""")
			.param("revision", revision.id())
			.param("reason", reason)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	/**
	 * Saves a verdict.
	 * @param revision what was read
	 * @param accepted whether it is accepted
	 * @param opensAll whether a return opens every field again
	 * @param remarks what a return asks for, in the order of the list
	 * @param by the user id
	 */
	void give(Revision revision, boolean accepted, boolean opensAll, List<NotedRemark> remarks, String by) {
		this.jdbc.sql("""
				insert into verdict (revision, accepted, opens_all, given_at, given_by)
				values (:revision, :accepted, :opens, :at, :by)""")
			.param("revision", revision.id())
			.param("accepted", accepted)
			.param("opens", opensAll)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
		for (int index = 0; index < remarks.size(); index++) {
			NotedRemark remark = remarks.get(index);
			this.jdbc.sql("""
					insert into remark (revision, number, field, text, said_by, said_at)
					values (:revision, :number, :field, :text, :by, :at)""")
				.param("revision", revision.id())
				.param("number", index + 1)
				.param("field", remark.field())
				.param("text", remark.text())
				.param("by", remark.by())
				.param("at", remark.at().atOffset(ZoneOffset.UTC))
				.update();
		}
	}

}
