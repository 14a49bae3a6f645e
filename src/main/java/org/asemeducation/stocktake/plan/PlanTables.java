package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes a plan into its tables in batches, in the caller's transaction. What the plan no
 * longer has stays there, out of force, because old cycles and confirmed contributions
 * point to it.
 */
@Component
class PlanTables {

	/** Any number, but always this one: two nodes that load at once come one by one. */
	private static final long LOCK = 2_030_052L;

	private final JdbcTemplate jdbc;

	PlanTables(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Waits until nobody else loads a plan; lasts until the transaction ends. */
	void lock() {
		this.jdbc.query("select pg_advisory_xact_lock(?)", (row) -> {
		}, LOCK);
	}

	void write(ActionPlan plan, Collection<InitiativeId> touched) {
		outOfForce("objective", "subgoal", "action", "initiative");
		batch("""
				insert into objective (number, title) values (?, ?)
				on conflict (number) do update set title = excluded.title, in_force = true
				""", plan.objectives(), (objective) -> row(objective.number(), objective.title()));
		plan.objectives().forEach((objective) -> batch("""
				insert into subgoal (number, objective, text) values (?, ?, ?)
				on conflict (number) do update set objective = excluded.objective, text = excluded.text, in_force = true
				""", objective.subgoals(), (subgoal) -> row(subgoal.number(), objective.number(), subgoal.text())));
		batch("""
				insert into action (number, title) values (?, ?)
				on conflict (number) do update set title = excluded.title, in_force = true
				""", plan.actions(), (action) -> row(action.number(), action.title()));
		writeInitiatives(plan);
		writeTexts("milestone", plan, touched, Initiative::milestones);
		writeTexts("expected_outcome", plan, touched, Initiative::outcomes);
		proposeContributions(plan);
	}

	/**
	 * Makes one row what stands in the plan today. Its neighbours make room.
	 */
	void put(PlanRow row) {
		Initiative it = row.initiative();
		this.jdbc.update("""
				insert into initiative
				    (id, action, position, key, programme, title, details, is_new, bracket, names_coordinator, links,
				    in_force)
				values (?, ?, (select coalesce(max(position), 0) + 1 from initiative), ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (id) do update set title = excluded.title, bracket = excluded.bracket,
				    names_coordinator = excluded.names_coordinator, in_force = excluded.in_force,
				    position = case when initiative.action = excluded.action then initiative.position
				        else excluded.position end,
				    action = excluded.action
				""", it.id().value(), row.action(), it.key(), it.programme(), it.title(),
				it.details().toArray(String[]::new), it.isNew(), it.bracket(), !it.coordinators().isEmpty(),
				it.links().toArray(String[]::new), row.standing() == Standing.IN_FORCE);
		put("milestone", it.id(), it.milestones());
		put("expected_outcome", it.id(), it.outcomes());
		this.jdbc.update("""
				update initiative i set position = n.position
				from (select id, row_number() over (order by action, position, id) as position from initiative
				    where in_force) n
				where n.id = i.id and i.position <> n.position""");
		this.jdbc.update("update plan_document set checksum = 'changed since'");
	}

	void bracket(PlanRow row) {
		this.jdbc.update("update initiative set bracket = ? where id = ?", row.initiative().bracket(),
				row.id().value());
	}

	private void put(String table, InitiativeId id, List<String> texts) {
		this.jdbc.update("delete from %s where initiative = ?".formatted(table), id.value());
		List<Object[]> rows = new ArrayList<>();
		texts.forEach((text) -> rows.add(row(id.value(), rows.size() + 1, text)));
		this.jdbc.batchUpdate("insert into %s (initiative, position, text) values (?, ?, ?)".formatted(table), rows);
	}

	private void outOfForce(String... tables) {
		for (String table : tables) {
			this.jdbc.update("update %s set in_force = false where in_force".formatted(table));
		}
	}

	private void writeInitiatives(ActionPlan plan) {
		Map<String, String> titles = plan.initiatives()
			.stream()
			.filter((initiative) -> initiative.programme() != null)
			.collect(Collectors.toMap((initiative) -> Objects.requireNonNull(initiative.programme()), Initiative::title,
					(first, other) -> first));
		plan.initiatives()
			.stream()
			.filter((initiative) -> titles.containsKey(initiative.key()))
			.forEach((initiative) -> titles.put(Objects.requireNonNull(initiative.key()), initiative.title()));
		batch("insert into programme (key, title) values (?, ?) on conflict (key) do update set title = excluded.title",
				titles.entrySet(), (programme) -> row(programme.getKey(), programme.getValue()));
		List<Object[]> rows = new ArrayList<>();
		for (Action action : plan.actions()) {
			for (Initiative initiative : action.initiatives()) {
				rows.add(row(initiative.id().value(), action.number(), rows.size() + 1, initiative.key(),
						initiative.programme(), initiative.title(), initiative.details().toArray(String[]::new),
						initiative.isNew(), initiative.bracket(), !initiative.coordinators().isEmpty(),
						initiative.links().toArray(String[]::new)));
			}
		}
		this.jdbc.batchUpdate("""
				insert into initiative
				    (id, action, position, key, programme, title, details, is_new, bracket, names_coordinator, links)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (id) do update set action = excluded.action, position = excluded.position,
				    key = excluded.key, programme = excluded.programme, title = excluded.title,
				    details = excluded.details, is_new = excluded.is_new, bracket = excluded.bracket,
				    names_coordinator = excluded.names_coordinator,
				    links = excluded.links, in_force = true
				""", rows);
	}

	private void writeTexts(String table, ActionPlan plan, Collection<InitiativeId> touched,
			Function<Initiative, List<String>> texts) {
		List<Object[]> rows = new ArrayList<>();
		for (Initiative initiative : plan.initiatives()) {
			if (touched.contains(initiative.id())) {
				int position = 0;
				for (String text : texts.apply(initiative)) {
					rows.add(row(initiative.id().value(), ++position, text));
				}
			}
		}
		batch("delete from %s where initiative = ?".formatted(table), touched, (id) -> row(id.value()));
		this.jdbc.batchUpdate("insert into %s (initiative, position, text) values (?, ?, ?)".formatted(table), rows);
	}

	/** An action on which the secretariat has decided is not proposed again. */
	private void proposeContributions(ActionPlan plan) {
		this.jdbc.update("delete from contribution where confirmed_at is null");
		List<Object[]> rows = new ArrayList<>();
		plan.actions()
			.forEach((action) -> action.subgoals()
				.forEach((subgoal) -> rows.add(row(action.number(), subgoal, action.number()))));
		this.jdbc.batchUpdate("""
				insert into contribution (action, subgoal) select ?, ?
				where not exists (select from contribution where action = ? and confirmed_at is not null)
				""", rows);
	}

	private <T> void batch(String sql, Collection<T> items, Function<T, Object[]> row) {
		this.jdbc.batchUpdate(sql, items.stream().map(row).toList());
	}

	private static Object[] row(Object... values) {
		return values;
	}

}
