package org.asemeducation.stocktake.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.UpdateForm;
import org.asemeducation.stocktake.update.UpdateKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What reviewers note while they read, until a return takes it along. What never goes
 * along stays, with its revision.
 */
@Component
class NotedRemarks {

	private final JdbcClient jdbc;

	private final Clock clock;

	NotedRemarks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All that is noted on an update and went with no return.
	 * @param key which update
	 * @return the first revision first, within it in the form's order, at the same field
	 * as noted
	 */
	List<NotedRemark> of(UpdateKey key) {
		List<String> order = List.copyOf(UpdateForm.names());
		return this.jdbc.sql("""
				select r.number, n.* from noted_remark n join revision r on r.id = n.revision
				where r.cycle = :cycle and r.initiative = :initiative order by r.number, n.id""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> new NotedRemark(row.getInt("number"), row.getString("field"), row.getString("text"),
					row.getString("said_by"), row.getObject("said_at", OffsetDateTime.class).toInstant()))
			.list()
			.stream()
			.sorted(Comparator.comparing(NotedRemark::revision).thenComparing((noted) -> order.indexOf(noted.field())))
			.toList();
	}

	List<NotedRemark> on(Revision revision) {
		return of(revision.key()).stream().filter((noted) -> noted.revision() == revision.number()).toList();
	}

	/**
	 * Notes a remark in place of the one that the same reviewer has on the field.
	 */
	void note(long revision, String field, String text, String by) {
		this.jdbc
			.sql("""
					insert into noted_remark (revision, field, said_by, text, said_at)
					values (:revision, :field, :by, :text, :at)
					on conflict (revision, field, said_by) do update set text = excluded.text, said_at = excluded.said_at""")
			.param("revision", revision)
			.param("field", field)
			.param("by", by)
			.param("text", text)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	void strike(long revision, String field, String by) {
		this.jdbc.sql("delete from noted_remark where revision = :revision and field = :field and said_by = :by")
			.param("revision", revision)
			.param("field", field)
			.param("by", by)
			.update();
	}

	/**
	 * They have become the remarks of a return.
	 */
	void sent(long revision) {
		this.jdbc.sql("delete from noted_remark where revision = :revision").param("revision", revision).update();
	}

}
