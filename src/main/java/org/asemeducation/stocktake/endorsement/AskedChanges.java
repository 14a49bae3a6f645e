package org.asemeducation.stocktake.endorsement;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was asked to change in sealed versions, beside their annexes. An entry made by
 * mistake is marked as taken back; its row stays.
 */
@Component
class AskedChanges {

	private final JdbcClient jdbc;

	private final Clock clock;

	AskedChanges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<AskedChange> of(CycleName cycle, int version) {
		return this.jdbc.sql("""
				select number, about, text, asked_by from asked_change
				where cycle = :cycle and of_version = :of and taken_back_at is null order by number""")
			.param("cycle", cycle.value())
			.param("of", version)
			.query(AskedChange.class)
			.list();
	}

	/** The caller holds the cycle's lock. */
	int add(CycleName cycle, int version, String about, String text, String askedBy, String by) {
		return this.jdbc.sql("""
				insert into asked_change (cycle, of_version, number, about, text, asked_by, added_at, added_by)
				select :cycle, :of, coalesce(max(number), 0) + 1, :about, :text, :askedBy, :at, :by
				from asked_change where cycle = :cycle and of_version = :of returning number""")
			.param("cycle", cycle.value())
			.param("of", version)
			.param("about", about)
			.param("text", text)
			.param("askedBy", askedBy)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.query(Integer.class)
			.single();
	}

	boolean takeBack(CycleName cycle, int version, int number, String by) {
		return this.jdbc.sql("""
				update asked_change set taken_back_at = :at, taken_back_by = :by
				where cycle = :cycle and of_version = :of and number = :number and taken_back_at is null""")
			.param("cycle", cycle.value())
			.param("of", version)
			.param("number", number)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update() == 1;
	}

}
