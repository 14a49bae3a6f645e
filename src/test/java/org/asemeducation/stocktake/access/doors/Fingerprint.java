package org.asemeducation.stocktake.access.doors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many rows all tables have and which transactions wrote them: whatever is added,
 * changed or removed between two looks shows.
 */
final class Fingerprint {

	/**
	 * What the engine counts about itself, the sessions of those who look, and which
	 * version officials have looked at.
	 */
	private static final Set<String> OF_NO_MATTER = Set.of("act_ru_meter_log", "act_ru_task_meter_log", "web_session",
			"web_session_attributes", "partner_seen", "flyway_schema_history");

	/** Who has read what is noted in the audit: a look, not an act. */
	private static final String BUT_READINGS = " where act not like 'read %'";

	/**
	 * Begins a statement that the database gives no helpers: to start them takes longer
	 * than to count.
	 */
	private static final String BY_ITSELF = "select '' as name, set_config('max_parallel_workers_per_gather', '0', true) as mark union all ";

	private final JdbcClient jdbc;

	private final String sql;

	private Map<String, String> last;

	private String written;

	Fingerprint(JdbcClient jdbc) {
		this.jdbc = jdbc;
		List<String> tables = jdbc.sql(
				"select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
			.query(String.class)
			.list();
		this.sql = tables.stream()
			.filter((table) -> !OF_NO_MATTER.contains(table))
			.map((table) -> "select '%1$s' as name, count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) as mark from %1$s%2$s"
				.formatted(table, table.equals("audit") ? BUT_READINGS : ""))
			.collect(Collectors.joining(" union all ", BY_ITSELF, ""));
		this.written = written();
		this.last = take();
	}

	/**
	 * The tables that have changed since the last look.
	 */
	Set<String> changed() {
		String writtenNow = written();
		if (writtenNow.equals(this.written)) {
			return Set.of();
		}
		this.written = writtenNow;
		Map<String, String> now = take();
		Set<String> changed = new TreeSet<>(now.keySet());
		changed.removeIf((table) -> now.get(table).equals(this.last.get(table)));
		this.last = now;
		return changed;
	}

	/** Which transactions have written by now: where none has, no table needs a look. */
	private String written() {
		return this.jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
	}

	private Map<String, String> take() {
		Map<String, String> marks = new TreeMap<>();
		this.jdbc.sql(this.sql).query((row) -> {
			marks.put(row.getString("name"), row.getString("mark"));
		});
		return marks;
	}

}
