package org.asemeducation.stocktake.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.review.Round.Said;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.compare.ContentComparison;
import org.asemeducation.stocktake.update.compare.FieldChange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that was submitted for an initiative and answered, round by round.
 */
@Component
@Transactional(readOnly = true)
class Rounds {

	private final Revisions revisions;

	private final Entries entries;

	private final Register register;

	private final JdbcClient jdbc;

	Rounds(Revisions revisions, Entries entries, Register register, JdbcClient jdbc) {
		this.revisions = revisions;
		this.entries = entries;
		this.register = register;
		this.jdbc = jdbc;
	}

	/**
	 * The rounds of an update.
	 * @param key which update
	 * @return the first one first; none before the first submission
	 */
	List<Round> of(UpdateKey key) {
		Map<Long, Map<String, String>> remarks = new HashMap<>();
		this.jdbc.sql("""
				select m.revision, m.field, m.text from remark m join revision r on r.id = m.revision
				where r.cycle = :cycle and r.initiative = :initiative""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row) -> {
				remarks.computeIfAbsent(row.getLong("revision"), (id) -> new TreeMap<>())
					.put(row.getString("field"), row.getString("text"));
			});
		Map<Long, Said> said = new HashMap<>();
		this.jdbc.sql("""
				select v.* from verdict v join revision r on r.id = v.revision
				where r.cycle = :cycle and r.initiative = :initiative""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row) -> {
				long id = row.getLong("revision");
				said.put(id, said(row, remarks.getOrDefault(id, Map.of())));
			});
		return this.revisions.all(key).stream().map((revision) -> round(revision, said)).toList();
	}

	/**
	 * What has changed from an earlier revision to the last one.
	 * @param key which update
	 * @param from the number of the earlier one
	 * @return the fields that differ, in the form's order
	 * @throws Refused when there is no such revision
	 */
	List<FieldChange> changes(UpdateKey key, int from) {
		List<Revision> all = this.revisions.all(key);
		Revision earlier = all.stream()
			.filter((revision) -> revision.number() == from)
			.findFirst()
			.orElseThrow(() -> Refused.notFound("%s has no revision %d.".formatted(key, from)));
		return ContentComparison.of(earlier.content(), all.get(all.size() - 1).content());
	}

	private Round round(Revision revision, Map<Long, Said> said) {
		return new Round(revision.number(), revision.submittedAt(),
				this.entries.said(revision.key(), revision.number(), this.register.nameOf(revision.submittedBy())),
				revision.late(), revision.content(), said.get(revision.id()));
	}

	private Said said(ResultSet row, Map<String, String> remarks) throws SQLException {
		String verdict = !row.getBoolean("reviewed") ? "as-received"
				: row.getBoolean("accepted") ? "accepted" : "returned";
		return new Said(verdict, row.getObject("given_at", OffsetDateTime.class).toInstant(),
				this.register.nameOf(row.getString("given_by")), row.getString("reason"), remarks);
	}

}
