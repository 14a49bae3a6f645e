package org.asemeducation.stocktake.plan.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanChange;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;
import org.asemeducation.stocktake.plan.PlanInForce;
import org.asemeducation.stocktake.plan.PlanParty;
import org.asemeducation.stocktake.plan.PlanRow;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the plan: at once where the day has come, else when it comes.
 */
@Component
public class ChangePlan {

	private final PlanHistory history;

	private final PlanChanges changes;

	private final PlanInForce inForce;

	private final CarriedParties carried;

	private final Audit audit;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	ChangePlan(PlanHistory history, PlanChanges changes, PlanInForce inForce, CarriedParties carried, Audit audit,
			JdbcClient jdbc, ApplicationEventPublisher events) {
		this.history = history;
		this.changes = changes;
		this.inForce = inForce;
		this.carried = carried;
		this.audit = audit;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * What a change would do; does nothing.
	 * @throws Refused when it may not be done
	 */
	@Transactional(readOnly = true, noRollbackFor = Refused.class)
	Outcome preview(Asked asked) {
		return new PlanRules(asked, ground(asked)).outcome(this.changes.today());
	}

	/**
	 * Does it.
	 * @param asked what
	 * @param seen the number of the last change when it was looked at
	 * @param by the user id
	 * @return what it did
	 * @throws Refused when it may not be done, or the plan was changed meanwhile
	 */
	@Transactional
	Outcome make(Asked asked, long seen, String by) {
		this.inForce.lock();
		if (seen != this.changes.latest()) {
			throw Refused.conflict("The plan was changed meanwhile, so nothing is done: look at the preview again.");
		}
		return enter(asked, by).outcome();
	}

	/**
	 * Does what was decided elsewhere, on the plan as it stands now.
	 * @param asked what
	 * @param by the user id
	 * @return what it did, with the number of the change
	 * @throws Refused when it may not be done
	 */
	@Transactional
	Entered make(Asked asked, String by) {
		this.inForce.lock();
		return enter(asked, by);
	}

	private Entered enter(Asked asked, String by) {
		Outcome outcome = preview(asked);
		long change = this.changes.add(asked.act().word(), asked.initiative(), asked.other(), asked.basis(),
				outcome.means(), by);
		this.history.write(change, asked.basis().from(), outcome.rows());
		this.audit.record(by, "change plan", "plan/" + asked.initiative(), null, "%s From %s; %s; %s"
			.formatted(outcome.means(), asked.basis().from(), asked.basis().decidedBy(), asked.basis().reason()));
		if (!asked.basis().from().isAfter(this.changes.today())) {
			put(change, outcome.rows());
		}
		return new Entered(change, outcome);
	}

	/**
	 * Calls off a change whose day has not come.
	 * @param change its number
	 * @param by the user id
	 * @throws Refused when there is none, its day has come, or another builds on it
	 */
	@Transactional
	void callOff(long change, String by) {
		this.inForce.lock();
		PlanChange known = this.changes.find(change)
			.orElseThrow(() -> Refused.notFound("There is no change %d of the plan.".formatted(change)));
		if (isBuiltOn(change)) {
			throw Refused.conflict("A later change of the same initiative rests on this one: call that off first.");
		}
		if (!this.changes.callOff(change, by)) {
			throw Refused.conflict("Only what is still to come can be called off.");
		}
		this.audit.record(by, "call off change of plan", "plan/" + known.initiative(), known.means(), null);
	}

	/**
	 * Puts in force whatever has become due. Done twice, it does nothing the second time.
	 */
	@Transactional
	public void putInForce() {
		if (this.changes.due().isEmpty()) {
			return;
		}
		this.inForce.lock();
		for (PlanChange due : this.changes.due()) {
			put(due.id(), this.carried.rowsOn(due));
		}
	}

	private void put(long change, List<PlanRow> rows) {
		for (PlanRow row : rows) {
			List<PlanParty> before = this.inForce.parties(row.id());
			this.inForce.put(row);
			if (!before.isEmpty() && !before.equals(row.initiative().parties())) {
				this.events.publishEvent(new CoordinatorsChanged(row.id()));
			}
		}
		this.changes.inForce(change);
	}

	/** What was noted of a day before it does not rest on it. */
	private boolean isBuiltOn(long change) {
		return this.jdbc.sql("""
				select exists (select from plan_row r join plan_change c on c.id = r.change and c.called_off_at is null
				    where r.change > :change
				      and r.from_day >= (select from_day from plan_change where id = :change)
				      and r.initiative in (select initiative from plan_row where change = :change))""")
			.param("change", change)
			.query(Boolean.class)
			.single();
	}

	private Ground ground(Asked asked) {
		LocalDate from = asked.basis().from();
		InitiativeId other = asked.other();
		return new Ground(row(asked.initiative()), this.history.lastDay(asked.initiative()),
				Optional.ofNullable(other).flatMap(this::row),
				Optional.ofNullable(other).flatMap(this.history::lastDay), this.history.actions(from),
				this.history.nextPosition(asked.action()), this.history.firstDay().orElse(from));
	}

	/** What a hand-over has changed since within a cycle goes along. */
	private Optional<PlanRow> row(@Nullable InitiativeId id) {
		return Optional.ofNullable(id)
			.flatMap(this.history::last)
			.map((row) -> this.history.lastDay(row.id()).filter(this.changes.today()::isBefore).isPresent() ? row
					: catchUp(row));
	}

	private PlanRow catchUp(PlanRow row) {
		List<PlanParty> today = this.inForce.parties(row.id());
		return today.equals(row.initiative().parties()) ? row : row.with(today);
	}

	/**
	 * A change that is entered.
	 *
	 * @param change its number
	 */
	record Entered(long change, Outcome outcome) {
	}

}
