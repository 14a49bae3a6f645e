package org.asemeducation.stocktake.plan;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.PartyId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the plan in force out of its tables, one query for each table.
 */
@Component
class StandingPlan {

	private final JdbcClient jdbc;

	StandingPlan(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<String> checksum() {
		return this.jdbc.sql("select checksum from plan_document").query(String.class).optional();
	}

	Optional<PlanDocument> document() {
		return this.jdbc.sql("select title, version, dated, wording from plan_document")
			.query((row, number) -> new PlanDocument(row.getString("title"), row.getString("version"),
					row.getString("dated"),
					PlanDocument.Wording.valueOf(row.getString("wording").toUpperCase(Locale.ROOT))))
			.optional();
	}

	List<Objective> objectives() {
		Map<Integer, List<Subgoal>> subgoals = grouped(
				"select objective, number, text from subgoal where in_force order by string_to_array(number, '.')::int[]",
				(row) -> row.getInt("objective"), (row) -> new Subgoal(row.getString("number"), row.getString("text")));
		return this.jdbc.sql("select number, title from objective where in_force order by number")
			.query((row, number) -> new Objective(row.getInt("number"), row.getString("title"),
					subgoals.getOrDefault(row.getInt("number"), List.of())))
			.list();
	}

	List<Action> actions() {
		Map<Integer, List<Initiative>> initiatives = initiatives();
		Map<Integer, List<String>> subgoals = grouped("""
				select action, subgoal from contribution where subgoal in (select number from subgoal where in_force)
				""", (row) -> row.getInt("action"), (row) -> row.getString("subgoal"));
		return this.jdbc.sql("select number, title from action where in_force order by number")
			.query((row, number) -> new Action(row.getInt("number"), row.getString("title"),
					new HashSet<>(subgoals.getOrDefault(row.getInt("number"), List.of())),
					initiatives.getOrDefault(row.getInt("number"), List.of())))
			.list();
	}

	Map<Integer, String> actionTitles() {
		Map<Integer, String> titles = new LinkedHashMap<>();
		this.jdbc.sql("select number, title from action where in_force order by number").query((row) -> {
			titles.put(row.getInt("number"), row.getString("title"));
		});
		return titles;
	}

	private Map<Integer, List<Initiative>> initiatives() {
		Map<String, List<String>> milestones = grouped("select initiative, text from milestone order by position",
				(row) -> row.getString("initiative"), (row) -> row.getString("text"));
		Map<String, List<String>> outcomes = grouped("select initiative, text from expected_outcome order by position",
				(row) -> row.getString("initiative"), (row) -> row.getString("text"));
		Map<String, List<PlanParty>> parties = grouped("""
				select initiative, name, acronym, kind, role
				from coordination join party on party.id = coordination.party order by position
				""", (row) -> row.getString("initiative"), (row) -> new PlanParty(row.getString("name"),
				row.getString("acronym"), row.getString("kind"), row.getString("role")));
		return grouped("""
				select id, action, key, programme, title, details, is_new, bracket, links
				from initiative where in_force order by position
				""", (row) -> row.getInt("action"), (row) -> {
			String id = row.getString("id");
			return new Initiative(new InitiativeId(id), row.getString("key"), row.getString("programme"),
					row.getString("title"), texts(row.getArray("details")), row.getBoolean("is_new"),
					row.getString("bracket"), parties.getOrDefault(id, List.of()),
					milestones.getOrDefault(id, List.of()), outcomes.getOrDefault(id, List.of()),
					texts(row.getArray("links")));
		});
	}

	Map<String, List<Coordination>> coordination() {
		return grouped("select initiative, party, role, position from coordination order by position",
				(row) -> row.getString("initiative"), (row) -> new Coordination(new PartyId(row.getLong("party")),
						row.getString("role"), row.getInt("position")));
	}

	/** Initiatives whose coordinators, if any, were found after the plan. */
	List<String> withoutCoordinator() {
		return this.jdbc.sql("select id from initiative where not names_coordinator").query(String.class).list();
	}

	List<ListedParty> listed() {
		return this.jdbc.sql("select * from party where kind <> 'process' order by id")
			.query((row, number) -> new ListedParty(row.getString("name"), row.getString("acronym"),
					row.getString("kind"), row.getString("region"), row.getString("country"), row.getBoolean("partner"),
					row.getBoolean("stakeholder")))
			.list();
	}

	List<SupportingStructure> structures() {
		return this.jdbc.sql("""
				select name, acronym, funding_partners
				from supporting_structure join party on party.id = supporting_structure.party
				order by supporting_structure.position
				""")
			.query((row, number) -> new SupportingStructure(row.getString("name"), row.getString("acronym"),
					texts(row.getArray("funding_partners"))))
			.list();
	}

	/** Who the structures are, in their order, with what they are paid by. */
	Map<PartyId, List<String>> structureParties() {
		Map<PartyId, List<String>> structures = new LinkedHashMap<>();
		this.jdbc.sql("select party, funding_partners from supporting_structure order by position").query((row) -> {
			structures.put(new PartyId(row.getLong("party")), texts(row.getArray("funding_partners")));
		});
		return structures;
	}

	/** Actions of which the secretariat has confirmed what they contribute to. */
	List<Integer> decidedActions() {
		return this.jdbc.sql("select distinct action from contribution where confirmed_at is not null")
			.query(Integer.class)
			.list();
	}

	List<String> secretariatTerms() {
		return this.jdbc.sql("select text from secretariat_term order by position").query(String.class).list();
	}

	private <K, V> Map<K, List<V>> grouped(String sql, Column<K> key, Column<V> value) {
		Map<K, List<V>> groups = new LinkedHashMap<>();
		this.jdbc.sql(sql).query((row) -> {
			groups.computeIfAbsent(key.of(row), (first) -> new ArrayList<>()).add(value.of(row));
		});
		return groups;
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	@FunctionalInterface
	private interface Column<T> {

		T of(ResultSet row) throws SQLException;

	}

}
