package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.asemeducation.stocktake.report.model.Assessment;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Objective;
import org.asemeducation.stocktake.report.model.Part.Subgoal;
import org.asemeducation.stocktake.report.model.ReportModel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the frame of the plan: objectives, subgoals, and which action serves which.
 */
@Component
class PlanRows {

	private final JdbcClient jdbc;

	PlanRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Frame frame() {
		SortedMap<Integer, String> objectives = new TreeMap<>();
		Set<String> inForce = new HashSet<>();
		this.jdbc.sql("select number, title from objective").query((row) -> {
			objectives.put(row.getInt("number"), row.getString("title"));
		});
		Map<Integer, List<Subgoal>> subgoals = new LinkedHashMap<>();
		this.jdbc
			.sql("select number, objective, text, in_force from subgoal order by string_to_array(number, '.')::int[]")
			.query((row) -> {
				if (row.getBoolean("in_force")) {
					inForce.add(row.getString("number"));
				}
				subgoals.computeIfAbsent(row.getInt("objective"), (key) -> new ArrayList<>())
					.add(new Subgoal(row.getString("number"), row.getString("text")));
			});
		Map<Integer, List<String>> confirmed = new LinkedHashMap<>();
		this.jdbc.sql("""
				select action, subgoal from contribution where confirmed_at is not null
				order by action, string_to_array(subgoal, '.')::int[]""").query((row) -> {
			confirmed.computeIfAbsent(row.getInt("action"), (key) -> new ArrayList<>()).add(row.getString("subgoal"));
		});
		return new Frame(objectives, subgoals, confirmed, inForce);
	}

	/**
	 * The plan without its initiatives.
	 *
	 * @param objectives title by number
	 * @param subgoals by objective
	 * @param confirmed numbers of the subgoals an action serves, by action; the
	 * secretariat has confirmed these
	 * @param inForce numbers of the subgoals that the plan has today
	 */
	record Frame(SortedMap<Integer, String> objectives, Map<Integer, List<Subgoal>> subgoals,
			Map<Integer, List<String>> confirmed, Set<String> inForce) {

		List<String> confirmed(int action) {
			return this.confirmed.getOrDefault(action, List.of());
		}

		List<Subgoal> subgoals(int objective) {
			return this.subgoals.getOrDefault(objective, List.of());
		}

		List<Integer> servedBy(int action) {
			List<String> served = confirmed(action);
			return this.objectives.keySet()
				.stream()
				.filter((objective) -> subgoals(objective).stream().anyMatch((it) -> served.contains(it.number())))
				.toList();
		}

		/**
		 * What a report knows of it: the subgoals in force, and those that it speaks of
		 * although the plan has changed since.
		 */
		List<Objective> of(ReportModel report) {
			Set<String> known = new HashSet<>(this.inForce);
			report.initiatives()
				.map(Initiative::update)
				.filter(Objects::nonNull)
				.forEach((update) -> update.contributions().forEach((it) -> known.add(it.subgoal())));
			Objects.requireNonNullElse(report.assessments(), List.<Assessment>of())
				.forEach((it) -> known.add(it.subgoal()));
			report.parts().forEach((part) -> part.subgoals().forEach((it) -> known.add(it.number())));
			return this.objectives.entrySet()
				.stream()
				.map((it) -> new Objective(it.getKey(), it.getValue(),
						subgoals(it.getKey()).stream().filter((one) -> known.contains(one.number())).toList()))
				.filter((it) -> !it.subgoals().isEmpty() || report.initiatives().anyMatch(it::claimedBy))
				.toList();
		}

		Map<String, String> subgoalTexts() {
			Map<String, String> texts = new LinkedHashMap<>();
			this.subgoals.values().forEach((list) -> list.forEach((it) -> texts.put(it.number(), it.text())));
			return texts;
		}

	}

}
