package org.asemeducation.stocktake.update.files;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What those shown or quoted no longer agree to.
 */
@Component
public class WithdrawnConsents {

	private final JdbcClient jdbc;

	private final Clock clock;

	WithdrawnConsents(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those of a cycle, with one query.
	 * @param cycle the cycle
	 * @return initiative and {@link ConsentItem}, joined by a space
	 */
	public Set<String> of(CycleName cycle) {
		return new HashSet<>(
				this.jdbc.sql("select initiative || ' ' || item from withdrawn_consent where cycle = :cycle")
					.param("cycle", cycle.value())
					.query(String.class)
					.list());
	}

	List<Withdrawn> of(UpdateKey key) {
		return UpdateFiles.about(this.jdbc.sql("""
				select item, name, withdrawn_at, withdrawn_by from withdrawn_consent
				where cycle = :cycle and initiative = :initiative order by withdrawn_at, item"""), key)
			.query((row, number) -> new Withdrawn(row.getString("item"), row.getString("name"),
					row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(), row.getString("withdrawn_by")))
			.list();
	}

	/** Keeps it; said twice, the first stays. */
	boolean add(UpdateKey key, String item, String name, String by) {
		return UpdateFiles.about(this.jdbc.sql("""
				insert into withdrawn_consent (cycle, initiative, item, name, withdrawn_at, withdrawn_by)
				values (:cycle, :initiative, :item, :name, :at, :by) on conflict do nothing"""), key)
			.param("item", item)
			.param("name", name)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update() == 1;
	}

	/**
	 * A file that is gone for good, in the note that it came from too; one that an update
	 * came from stays as its source.
	 */
	void deleteFile(UpdateKey key, String file) {
		UpdateFiles.about(this.jdbc.sql("""
				delete from update_file n using update_file f
				where n.note is not null and n.initiative = f.initiative and n.sha256 = f.sha256
				and f.cycle = :cycle and f.initiative = :initiative and f.id = :id"""), key)
			.param("id", Long.valueOf(file))
			.update();
		UpdateFiles.about(this.jdbc.sql("""
				delete from update_file f where f.cycle = :cycle and f.initiative = :initiative and f.id = :id
				and not exists (select from entry e where e.file = f.id)"""), key)
			.param("id", Long.valueOf(file))
			.update();
	}

	record Withdrawn(String item, String name, Instant at, String by) {
	}

}
