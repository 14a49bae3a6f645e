package org.asemeducation.stocktake.engine;

import java.sql.Timestamp;
import java.time.Clock;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the secretariat did by an entry under "Start process": a saved row first, then an
 * instance of the entry's model, which writes it into the audit.
 */
@Component
public class DeskActs {

	private final JdbcClient jdbc;

	private final RuntimeService runtime;

	private final AsNobody asNobody;

	private final Audit audit;

	private final Clock clock;

	DeskActs(JdbcClient jdbc, RuntimeService runtime, AsNobody asNobody, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.runtime = runtime;
		this.asNobody = asNobody;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Records an act in the caller's transaction, which has done it.
	 * @param process the entry's process id, such as {@code helpCoordinator}
	 * @param about the cycle's name; {@code null} when it is about no single cycle
	 * @param act verb and object, such as {@code remind now}
	 * @param said to whom or what, how and why, in words
	 * @param by the user id
	 */
	public void record(String process, @Nullable String about, String act, String said, String by) {
		long id = this.jdbc.sql("""
				insert into desk_act (process, about, act, said, made_at, made_by)
				values (:process, :about, :act, :said, :at, :by) returning id""")
			.param("process", process)
			.param("about", about)
			.param("act", act)
			.param("said", said)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.query(Long.class)
			.single();
		String key = (about != null) ? "%s/desk/%d".formatted(about, id) : "desk/%d".formatted(id);
		this.asNobody.call(() -> this.runtime.startProcessInstanceByKey(process, key));
	}

	/**
	 * Writes an act into the audit.
	 * @param key the business key of its instance
	 */
	void audit(String key) {
		this.jdbc.sql("select * from desk_act where id = :id")
			.param("id", Long.valueOf(key.substring(key.lastIndexOf('/') + 1)))
			.query((row) -> {
				this.audit.record(row.getString("made_by"), row.getString("act"), key, null, row.getString("said"));
			});
	}

}
