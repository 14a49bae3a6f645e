package org.asemeducation.stocktake.notification.trouble;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks what does not work. A mail that tells of it is no trouble of its own; one to
 * somebody whom mail does not reach is, by a task; one that somebody holds waits for
 * them.
 */
@Component
public class TroubleReader {

	private static final String WITH = """
			with undelivered as (
			    select m.id, coalesce(c.name, m.addressee) as name, m.recipient, coalesce(m.subject, '') as subject, m.process_instance, a.*, i.given_up_at
			    from mail m left join contact c on c.id = m.contact
			    join lateral (select count(*) as attempts, min(d.at) as since,
			        (array_agg(d.outcome order by d.number desc))[1] as answer
			        from delivery_attempt d where d.mail = m.id) a on a.attempts > 0
			    left join lateral (select min(incident_timestamp_) at time zone 'UTC' as given_up_at
			        from act_ru_incident where proc_inst_id_ = m.process_instance) i on true
			    where m.state in ('queued', 'sending')
			      and not exists (select from unreachable u where u.contact = m.contact and u.settled_at is null)
			      and (i.given_up_at is not null or not exists (
			          select from held_back h where h.mail = m.id and h.released_at is null))
			      and not exists (select from mail_line l where l.mail = m.id and l.kind = 'alert')
			), failed as (
			    select i.activity_id_, coalesce(d.name_, d.key_) as model, e.business_key_, i.incident_msg_, i.proc_inst_id_,
			        i.incident_timestamp_ at time zone 'UTC' as since
			    from act_ru_incident i
			    join act_re_procdef d on d.id_ = i.proc_def_id_
			    left join act_ru_execution e on e.id_ = i.proc_inst_id_
			    where i.id_ = i.cause_incident_id_
			      and i.proc_inst_id_ not in (select process_instance from undelivered where process_instance is not null)
			)
			""";

	private final JdbcClient jdbc;

	private final LastRuns runs;

	TroubleReader(JdbcClient jdbc, LastRuns runs) {
		this.jdbc = jdbc;
		this.runs = runs;
	}

	/**
	 * What does not work now.
	 * @return all of it, the oldest by name
	 */
	public Troubles now() {
		return new Troubles(
				this.jdbc.sql(WITH + "select * from undelivered order by since, id limit " + Troubles.MOST)
					.query((row, number) -> mail(row))
					.list(),
				number("select count(*) from undelivered"),
				this.jdbc.sql(WITH + "select * from failed order by since, proc_inst_id_ limit " + Troubles.MOST)
					.query((row, number) -> step(row))
					.list(),
				number("select count(*) from failed"), this.runs.last());
	}

	/**
	 * Whether anything failed that nobody was told of: a step or a mail that was given
	 * up, or a mail that has been tried for hours.
	 * @param told what failed until then was told
	 * @param settled what failed after that may not be all that fails together
	 * @param tried a mail that failed first after that may still leave
	 */
	public boolean isAnyNew(Instant told, Instant settled, Instant tried) {
		return this.jdbc.sql(WITH + """
				select exists (select from failed where since > :told and since <= :settled)
				    or exists (select from undelivered where given_up_at > :told and given_up_at <= :settled
				        or since > :told and since <= :tried)""")
			.param("told", Timestamp.from(told))
			.param("settled", Timestamp.from(settled))
			.param("tried", Timestamp.from(tried))
			.query(Boolean.class)
			.single();
	}

	/**
	 * How the run of the reminders is doing.
	 */
	public LastRun reminders() {
		return this.runs.last();
	}

	private long number(String query) {
		return this.jdbc.sql(WITH + query).query(Long.class).single();
	}

	private static UndeliveredMail mail(ResultSet row) throws SQLException {
		return new UndeliveredMail(row.getString("name"), row.getString("recipient"), row.getString("subject"),
				row.getInt("attempts"), row.getObject("since", OffsetDateTime.class).toInstant(),
				row.getString("answer"), row.getObject("given_up_at") != null, row.getString("process_instance"));
	}

	private static FailedStep step(ResultSet row) throws SQLException {
		return new FailedStep(row.getString("activity_id_"), row.getString("model"),
				Objects.requireNonNullElse(row.getString("business_key_"), ""),
				row.getObject("since", OffsetDateTime.class).toInstant(),
				Objects.requireNonNullElse(row.getString("incident_msg_"), "It did not say why."),
				row.getString("proc_inst_id_"));
	}

}
