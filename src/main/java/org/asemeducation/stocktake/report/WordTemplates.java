package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Word templates that the secretariat brought, and which one a cycle's next versions
 * are written with. None is ever changed or removed.
 */
@Component
class WordTemplates implements TemplateSource {

	private final JdbcClient jdbc;

	private final Clock clock;

	WordTemplates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Optional<byte[]> read(String sha256) {
		return this.jdbc.sql("select content from report_template where sha256 = :sha256")
			.param("sha256", sha256)
			.query(byte[].class)
			.optional();
	}

	/** The checksum of the one in force; nothing for the house's own. */
	Optional<String> inForce(CycleName cycle) {
		return this.jdbc
			.sql("select sha256 from report_template_choice where cycle = :cycle order by number desc limit 1")
			.param("cycle", cycle.value())
			.query((row, number) -> Optional.ofNullable(row.getString("sha256")))
			.optional()
			.flatMap((it) -> it);
	}

	/** Those that were ever chosen for a cycle, the latest first. */
	List<WordTemplate> of(CycleName cycle) {
		return this.jdbc.sql("""
				select t.sha256, t.name, max(c.chosen_at) as chosen_at from report_template t
				join report_template_choice c using (sha256) where c.cycle = :cycle
				group by t.sha256, t.name order by max(c.number) desc""")
			.param("cycle", cycle.value())
			.query((row, number) -> new WordTemplate(row.getString("sha256"), row.getString("name"),
					row.getTimestamp("chosen_at").toInstant()))
			.list();
	}

	/** Kept once, however often it is brought. */
	String add(String name, byte[] content, String by) {
		String sha256 = SealedVersions.sha256(content);
		this.jdbc.sql("""
				insert into report_template (sha256, name, content, added_at, added_by)
				values (:sha256, :name, :content, :at, :by) on conflict do nothing""")
			.param("sha256", sha256)
			.param("name", name)
			.param("content", content)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		return sha256;
	}

	/** The caller holds the cycle's lock. */
	void choose(CycleName cycle, @Nullable String sha256, String by) {
		this.jdbc.sql("""
				insert into report_template_choice (cycle, number, sha256, chosen_at, chosen_by)
				select :cycle, coalesce(max(number), 0) + 1, :sha256, :at, :by
				from report_template_choice where cycle = :cycle""")
			.param("cycle", cycle.value())
			.param("sha256", sha256)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	/**
	 * A template.
	 *
	 * @param name of the file that was uploaded
	 * @param chosenAt when it was chosen for this cycle, the last time
	 */
	record WordTemplate(String sha256, String name, Instant chosenAt) {
	}

}
