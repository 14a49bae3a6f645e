package org.asemeducation.stocktake.endorsement;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.AnnexChange.Kind;
import org.asemeducation.stocktake.engine.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The changes of the annexes, one for each line.
 */
@Component
class AnnexChanges {

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	AnnexChanges(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * All that was asked to change in the annex of a version.
	 * @param version the sealed version that it was asked of
	 * @return by line
	 */
	List<AnnexChange> of(CycleName cycle, int version) {
		return this.jdbc.sql("select * from annex_change where cycle = :cycle and of_version = :of order by line")
			.param("cycle", cycle.value())
			.param("of", version)
			.query((row, number) -> {
				Kind kind = Kind.of(row.getString("kind"));
				Wording wording = (kind == Kind.STRUCK) ? null
						: new Wording(row.getString("activity"), row.getString("period"), row.getString("output"),
								row.getString("result"), row.getString("contribution"));
				return new AnnexChange(row.getInt("line"), kind, row.getString("initiative"), wording,
						row.getString("asked_by"), row.getInt("version"));
			})
			.list();
	}

	Optional<AnnexChange> of(CycleName cycle, int version, int line) {
		return of(cycle, version).stream().filter((change) -> change.line() == line).findFirst();
	}

	/** The highest number that a line ever had through a change; 0 when there is none. */
	int lastLine(CycleName cycle) {
		return this.jdbc.sql("select coalesce(max(line), 0) from annex_change where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single();
	}

	/** Writes a change over the one there was; the caller holds the cycle's lock. */
	void put(CycleName cycle, int version, AnnexChange change, String by) {
		String before = of(cycle, version, change.line()).map(AnnexChanges::words).orElse(null);
		this.audit.record(by, "change annex", subject(cycle, change), before, words(change));
		Wording wording = change.wording();
		this.jdbc.sql("""
				insert into annex_change (cycle, of_version, line, kind, initiative, activity, period, output, result,
				    contribution, asked_by, version, made_at, made_by)
				values (:cycle, :of, :line, :kind, :initiative, :activity, :period, :output, :result, :contribution,
				    :askedBy, :version, :at, :by)
				on conflict (cycle, of_version, line) do update
				set kind = excluded.kind, activity = excluded.activity, period = excluded.period,
				    output = excluded.output, result = excluded.result, contribution = excluded.contribution,
				    asked_by = excluded.asked_by, version = excluded.version, made_at = excluded.made_at,
				    made_by = excluded.made_by""")
			.param("cycle", cycle.value())
			.param("of", version)
			.param("line", change.line())
			.param("kind", change.kind().code())
			.param("initiative", change.initiative())
			.param("activity", (wording != null) ? wording.activity() : null)
			.param("period", (wording != null) ? wording.period() : null)
			.param("output", (wording != null) ? wording.output() : null)
			.param("result", (wording != null) ? wording.result() : null)
			.param("contribution", (wording != null) ? wording.contribution() : null)
			.param("askedBy", change.askedBy())
			.param("version", change.version())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	void remove(CycleName cycle, int version, AnnexChange change, String by) {
		this.audit.record(by, "take back annex change", subject(cycle, change), words(change), null);
		this.jdbc.sql("delete from annex_change where cycle = :cycle and of_version = :of and line = :line")
			.param("cycle", cycle.value())
			.param("of", version)
			.param("line", change.line())
			.update();
	}

	private static String subject(CycleName cycle, AnnexChange change) {
		return "%s/%s".formatted(cycle, change.initiative());
	}

	private static String words(AnnexChange change) {
		return "line %d %s, asked by %s%s".formatted(change.line(), change.kind().code(), change.askedBy(),
				(change.wording() != null) ? ": " + change.wording().activity() : "");
	}

}
