package org.asemeducation.stocktake.engine;

import java.sql.Timestamp;
import java.time.Clock;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The instances that stayed on an earlier model: rows of {@code migration_failure}, and
 * incidents that Cockpit shows.
 */
@Component
class LeftBehind {

	static final String INCIDENT = "failedMigration";

	private final JdbcClient jdbc;

	private final RuntimeService runtime;

	private final TransactionOperations transaction;

	private final Clock clock;

	LeftBehind(JdbcClient jdbc, RuntimeService runtime, TransactionOperations transaction, Clock clock) {
		this.jdbc = jdbc;
		this.runtime = runtime;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Notes that an instance stayed.
	 * @param instance the engine's id
	 * @param latest the version that it should run on
	 * @param why what the engine said
	 */
	void note(String instance, String latest, RuntimeException why) {
		String reason = reason(why);
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					insert into migration_failure (instance, process, about, version, latest, reason, failed_at)
					select e.id_, d.key_, e.business_key_, d.version_, l.version_, :reason, :at
					from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
					join act_re_procdef l on l.id_ = :latest where e.id_ = :instance
					on conflict (instance) do update set version = excluded.version, latest = excluded.latest,
					    reason = excluded.reason, failed_at = excluded.failed_at""")
				.param("reason", reason)
				.param("at", Timestamp.from(this.clock.instant()))
				.param("latest", latest)
				.param("instance", instance)
				.update();
			show(instance, reason);
		});
	}

	private void show(String instance, String reason) {
		this.jdbc.sql("""
				select id_ from act_ru_execution e where proc_inst_id_ = :instance and act_id_ is not null
				and not exists (select from act_ru_incident i where i.proc_inst_id_ = :instance
				    and i.incident_type_ = :type) order by id_ limit 1""")
			.param("instance", instance)
			.param("type", INCIDENT)
			.query(String.class)
			.optional()
			.ifPresent((execution) -> this.runtime.createIncident(INCIDENT, execution, null, reason));
	}

	/**
	 * Forgets those that run on the latest version by now, or have ended.
	 */
	void forgetWhoFollowed() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					delete from migration_failure f where not exists (
					    select from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
					    where e.id_ = f.instance and exists (
					        select from act_re_procdef l where l.key_ = d.key_ and l.version_ > d.version_))""")
				.update();
			this.jdbc.sql("""
					select i.id_ from act_ru_incident i where i.incident_type_ = :type
					and not exists (select from migration_failure f where f.instance = i.proc_inst_id_)""")
				.param("type", INCIDENT)
				.query(String.class)
				.list()
				.forEach(this.runtime::resolveIncident);
		});
	}

	private static String reason(RuntimeException why) {
		if (why instanceof MigratingProcessInstanceValidationException refused) {
			return refused.getMessage().replaceAll("\\s+", " ").strip();
		}
		return "%s: it is tried again at the next start.".formatted(why.getClass().getSimpleName());
	}

}
