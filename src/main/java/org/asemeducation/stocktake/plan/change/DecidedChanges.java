package org.asemeducation.stocktake.plan.change;

import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.PlanChange;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.PlanHistory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the plan that come from a later stage, by the same rules as those that the
 * secretariat makes by hand.
 */
@Component
public class DecidedChanges {

	private final ChangePlan plan;

	private final PlanChanges changes;

	private final PlanHistory history;

	private final Register register;

	private final JdbcClient jdbc;

	DecidedChanges(ChangePlan plan, PlanChanges changes, PlanHistory history, Register register, JdbcClient jdbc) {
		this.plan = plan;
		this.changes = changes;
		this.history = history;
		this.register = register;
		this.jdbc = jdbc;
	}

	/**
	 * What a change would do to the plan as it stands; does nothing.
	 * @param form the change
	 * @return a sentence
	 * @throws Refused about the field that cannot be so
	 */
	public String preview(ChangeForm form) {
		return this.plan.preview(form.read(this.register)).means();
	}

	/**
	 * Enters it in the caller's transaction; it is in force at once where its day has
	 * come, else when it comes.
	 * @param form the change
	 * @param by the user id
	 * @return the number of the change, and a sentence
	 * @throws Refused about the field that cannot be so; nothing is changed
	 */
	@Transactional
	public Made make(ChangeForm form, String by) {
		ChangePlan.Entered entered = this.plan.make(form.read(this.register), by);
		return new Made(entered.change(), entered.outcome().means());
	}

	/**
	 * How a change stands.
	 * @param change its number
	 * @return nothing when there is none of that number
	 */
	public Optional<PlanChange> find(long change) {
		return this.changes.find(change);
	}

	/**
	 * The actions of today.
	 * @return titles by number
	 */
	public Map<Integer, String> actions() {
		return this.history.actions(this.changes.today());
	}

	/**
	 * The id that a new initiative would get by the plan's own counting.
	 * @param action the number of its action
	 * @return such as {@code A05-I07}, which was never used
	 */
	public String nextId(int action) {
		int last = this.jdbc
			.sql("""
					select coalesce(max(cast(substring(initiative from '^A0*[0-9]+-I([0-9]{1,6})$') as int)), 0) from plan_row
					where initiative ~ ('^A0*' || :action || '-I[0-9]{1,6}$')""")
			.param("action", Integer.toString(action))
			.query(Integer.class)
			.single();
		return "A%02d-I%02d".formatted(action, last + 1);
	}

	/**
	 * A change that is entered.
	 *
	 * @param change its number
	 * @param means what it does, in a sentence
	 */
	public record Made(long change, String means) {
	}

}
