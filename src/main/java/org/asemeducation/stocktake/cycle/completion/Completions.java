package org.asemeducation.stocktake.cycle.completion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanField;
import org.asemeducation.stocktake.plan.PlanPlaceholder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rounds that complete a plan: the draft of each, and its placeholders.
 */
@Component
public class Completions {

	private static final String PLACEHOLDERS = "select * from placeholder where cycle = :cycle ";

	private final JdbcClient jdbc;

	Completions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The draft that a round completes.
	 * @param cycle the round
	 * @return its file
	 * @throws Refused when the cycle completes no plan
	 */
	public Draft draft(CycleName cycle) {
		return this.jdbc.sql("select file, plan from completion where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Draft.class)
			.optional()
			.orElseThrow(() -> Refused.notFound("No round %s completes a plan.".formatted(cycle)));
	}

	/**
	 * All placeholders of a round.
	 * @param cycle the round
	 * @return in the draft's order
	 */
	public List<AskedPlaceholder> placeholders(CycleName cycle) {
		return this.jdbc.sql(PLACEHOLDERS + "order by position")
			.param("cycle", cycle.value())
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * The placeholders that one of its requests asks about.
	 * @param cycle any cycle
	 * @param initiative which request
	 * @return in the draft's order; none in a cycle that completes no plan
	 */
	public List<AskedPlaceholder> placeholders(CycleName cycle, InitiativeId initiative) {
		return this.jdbc.sql(PLACEHOLDERS + "and initiative = :initiative order by line")
			.param("cycle", cycle.value())
			.param("initiative", initiative.value())
			.query((row, number) -> read(row))
			.list();
	}

	/** Keeps the draft. Its rows begin with the number that it gets. */
	int add(CycleName cycle, Draft draft) {
		return this.jdbc
			.sql("insert into completion (cycle, file, plan) values (:cycle, :file, :plan) returning number")
			.param("cycle", cycle.value())
			.param("file", draft.file())
			.param("plan", draft.plan())
			.query(Integer.class)
			.single();
	}

	void add(CycleName cycle, AskedPlaceholder asked) {
		PlanPlaceholder place = asked.placeholder();
		this.jdbc.sql("""
				insert into placeholder (cycle, position, initiative, line, in_plan, field, field_line, words, names)
				values (:cycle, :position, :initiative, :line, :inPlan, :field, :fieldLine, :words, :names)""")
			.param("cycle", cycle.value())
			.param("position", asked.position())
			.param("initiative", asked.initiative().value())
			.param("line", asked.line())
			.param("inPlan", place.initiative().value())
			.param("field", place.field().word())
			.param("fieldLine", place.line())
			.param("words", place.words())
			.param("names", place.names())
			.update();
	}

	private static AskedPlaceholder read(ResultSet row) throws SQLException {
		return new AskedPlaceholder(row.getInt("position"), new InitiativeId(row.getString("initiative")),
				row.getInt("line"),
				new PlanPlaceholder(new InitiativeId(row.getString("in_plan")), PlanField.of(row.getString("field")),
						row.getInt("field_line"), row.getString("words"), row.getString("names")));
	}

	/**
	 * A draft of a plan.
	 *
	 * @param file what its owner calls it
	 * @param plan all of it, as a plan file in YAML
	 */
	public record Draft(String file, String plan) {
	}

}
