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
import org.asemeducation.stocktake.review.Round.Answered;
import org.asemeducation.stocktake.review.Round.Reworded;
import org.asemeducation.stocktake.review.Round.Said;
import org.asemeducation.stocktake.review.fixlist.ReturnedRemarks;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.FixList.Fix;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.compare.ContentComparison;
import org.asemeducation.stocktake.update.compare.FieldChange;

import org.jspecify.annotations.Nullable;
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

	private final ReturnedRemarks remarks;

	private final Entries entries;

	private final Register register;

	private final JdbcClient jdbc;

	Rounds(Revisions revisions, ReturnedRemarks remarks, Entries entries, Register register, JdbcClient jdbc) {
		this.revisions = revisions;
		this.remarks = remarks;
		this.entries = entries;
		this.register = register;
		this.jdbc = jdbc;
	}

	/**
	 * The rounds of an update.
	 * @param key which update
	 * @return the first one first; none before the first submission
	 */
	@Transactional(readOnly = true)
	List<Round> of(UpdateKey key) {
		Map<Integer, List<Fix>> fixes = this.remarks.of(key);
		Map<Long, Said> said = new HashMap<>();
		this.jdbc.sql("""
				select v.*, r.number from verdict v join revision r on r.id = v.revision
				where r.cycle = :cycle and r.initiative = :initiative""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row) -> {
				long id = row.getLong("revision");
				said.put(id, said(row, fixes.getOrDefault(row.getInt("number"), List.of())));
			});
		Map<Long, Reworded> reworded = reworded(key);
		return this.revisions.all(key)
			.stream()
			.map((revision) -> round(revision, reworded.get(revision.id()), said))
			.toList();
	}

	private Map<Long, Reworded> reworded(UpdateKey key) {
		Map<Long, Reworded> reworded = new HashMap<>();
		this.jdbc.sql("select * from wording where cycle = :cycle and initiative = :initiative and agreed")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row) -> {
				reworded.put(row.getLong("became"),
						new Reworded(row.getString("field"), this.register.nameOf(row.getString("proposed_by")),
								this.register.nameOf(row.getString("answered_by")),
								row.getObject("answered_at", OffsetDateTime.class).toInstant()));
			});
		return reworded;
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

	private Round round(Revision revision, @Nullable Reworded reworded, Map<Long, Said> said) {
		return new Round(revision.number(), revision.submittedAt(),
				this.entries.said(revision.key(), revision.number(), this.register.nameOf(revision.submittedBy())),
				revision.late(), revision.content(), reworded, said.get(revision.id()));
	}

	private Said said(ResultSet row, List<Fix> fixes) throws SQLException {
		String verdict = !row.getBoolean("reviewed") ? "as-received"
				: row.getBoolean("accepted") ? "accepted" : "returned";
		return new Said(verdict, row.getObject("given_at", OffsetDateTime.class).toInstant(),
				this.register.nameOf(row.getString("given_by")), row.getString("reason"), byField(fixes),
				fixes.stream().map(this::answered).toList());
	}

	private static Map<String, String> byField(List<Fix> fixes) {
		Map<String, String> remarks = new TreeMap<>();
		fixes.forEach((fix) -> remarks.merge(fix.field(), fix.text(), "%s\n\n%s"::formatted));
		return remarks;
	}

	private Answered answered(Fix fix) {
		return new Answered(fix.number(), fix.field(), fix.text(), this.register.nameOf(fix.by()), fix.done(),
				fix.because(), (fix.answeredBy() != null) ? this.register.nameOf(fix.answeredBy()) : null);
	}

}
