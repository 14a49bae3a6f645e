package org.asemeducation.stocktake.plan;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.Audit;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which action contributes to which subgoal. The plan's source does not tell: what a plan
 * file says are proposals, until the secretariat has confirmed the table.
 */
@Component
public class Contributions {

	private final JdbcTemplate jdbc;

	private final PlanTables tables;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Contributions(JdbcTemplate jdbc, PlanTables tables, Audit audit, Clock clock, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.tables = tables;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Proposals and confirmed contributions of the plan in force.
	 * @return by action, then subgoal
	 */
	public List<Contribution> all() {
		return this.jdbc.query("""
				select action, subgoal, confirmed_at is not null as confirmed
				from contribution
				where action in (select number from action where in_force)
				  and subgoal in (select number from subgoal where in_force)
				order by action, string_to_array(subgoal, '.')::int[]
				""", (row, number) -> new Contribution(row.getInt("action"), row.getString("subgoal"),
				row.getBoolean("confirmed")));
	}

	/**
	 * Makes the ticked contributions the confirmed ones. One that was confirmed and is
	 * not ticked is gone; a proposal that is not ticked stays a proposal.
	 * @param ticked actions and subgoals of the plan in force
	 * @param seen the version of the table that was ticked, from {@link #version()}
	 * @param who the user id of the person who ticked
	 * @return whether it was done; {@code false} when the table has changed since
	 */
	boolean confirm(Collection<Contribution> ticked, String seen, String who) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			this.tables.lock();
			if (!seen.equals(version())) {
				return false;
			}
			String before = inWords(all().stream().filter(Contribution::confirmed).toList());
			replace(ticked, who);
			this.audit.record(who, "confirm contributions", "plan", before,
					inWords(all().stream().filter(Contribution::confirmed).toList()));
			this.events.publishEvent(new ContributionsConfirmed());
			return true;
		}));
	}

	/** Differs whenever the table does. */
	String version() {
		return Integer.toHexString(all().hashCode());
	}

	private void replace(Collection<Contribution> ticked, String who) {
		Set<String> cells = ticked.stream().map(Contributions::cell).collect(Collectors.toSet());
		this.jdbc.batchUpdate("delete from contribution where action = ? and subgoal = ?",
				all().stream()
					.filter((standing) -> standing.confirmed() && !cells.contains(cell(standing)))
					.map((gone) -> new Object[] { gone.action(), gone.subgoal() })
					.toList());
		Timestamp now = Timestamp.from(this.clock.instant());
		this.jdbc.batchUpdate("""
				insert into contribution (action, subgoal, confirmed_at, confirmed_by)
				select action.number, subgoal.number, ?, ? from action, subgoal
				where action.number = ? and action.in_force and subgoal.number = ? and subgoal.in_force
				on conflict (action, subgoal) do update
				    set confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by
				    where contribution.confirmed_at is null
				""", ticked.stream().map((each) -> new Object[] { now, who, each.action(), each.subgoal() }).toList());
	}

	private static String cell(Contribution contribution) {
		return contribution.action() + ":" + contribution.subgoal();
	}

	private static String inWords(List<Contribution> contributions) {
		return contributions.isEmpty() ? "none"
				: contributions.stream()
					.map((each) -> "action %d to %s".formatted(each.action(), each.subgoal()))
					.collect(Collectors.joining(", "));
	}

}
