package org.asemeducation.stocktake.update.thread;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of messages. What was written stays.
 */
@Component
class Messages {

	private final JdbcClient jdbc;

	private final Clock clock;

	Messages(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Message> about(UpdateKey key) {
		return this.jdbc
			.sql("select * from thread_message where cycle = :cycle and initiative = :initiative order by id")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * The last message of each thread in which the AES has not answered, the oldest
	 * first.
	 */
	List<Message> unanswered() {
		return this.jdbc.sql("""
				select * from (
				    select distinct on (cycle, initiative) * from thread_message order by cycle, initiative, id desc) m
				where not secretariat order by written_at, id""").query((row, number) -> read(row)).list();
	}

	void add(UpdateKey key, String text, boolean secretariat, String by) {
		this.jdbc.sql("""
				insert into thread_message (cycle, initiative, text, secretariat, written_at, written_by)
				values (:cycle, :initiative, :text, :secretariat, :at, :by)""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("text", text)
			.param("secretariat", secretariat)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	private static Message read(ResultSet row) throws SQLException {
		return new Message(UpdateKey.of(row.getString("cycle"), row.getString("initiative")), row.getString("text"),
				row.getBoolean("secretariat"), row.getObject("written_at", OffsetDateTime.class).toInstant(),
				row.getString("written_by"));
	}

}
