package org.asemeducation.stocktake.update;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.Commitment;
import org.asemeducation.stocktake.cycle.CycleInitiative;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleQuestion;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.plan.InitiativeId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an initiative said last time: the last revision that was accepted in an earlier
 * cycle, or its text in one that was run on paper.
 */
@Component
class SaidBefore {

	private final JdbcClient jdbc;

	private final ContentJson json;

	private final Cycles cycles;

	private final CycleInitiatives initiatives;

	SaidBefore(JdbcClient jdbc, ContentJson json, Cycles cycles, CycleInitiatives initiatives) {
		this.cycles = cycles;
		this.initiatives = initiatives;
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<Answers> of(UpdateKey key) {
		return this.jdbc.sql("""
				select cycle, content from said_earlier
				where initiative = :initiative and opened_at < (select opened_at from cycle where name = :cycle)
				order by opened_at desc, number desc limit 1""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> new Accepted(new CycleName(row.getString("cycle")),
					this.json.read(row.getString("content"))))
			.optional()
			.map((accepted) -> answers(accepted.cycle(), key.initiative(), accepted.content()));
	}

	private Answers answers(CycleName cycle, InitiativeId initiative, ObjectNode content) {
		return new Answers(cycle.value(), content, this.cycles.questions(cycle),
				this.initiatives.commitments(cycle, initiative),
				this.initiatives.find(cycle, initiative).map(CycleInitiative::milestones).orElse(List.of()));
	}

	private record Accepted(CycleName cycle, ObjectNode content) {
	}

	/**
	 * Answers of an earlier cycle, and what was asked there: a position means something
	 * only together with it.
	 *
	 * @param cycle its name
	 * @param content the form's fields as they were accepted
	 * @param questions of that cycle
	 * @param commitments what was announced for it
	 * @param milestones of the plan's row at that time
	 */
	record Answers(String cycle, ObjectNode content, List<CycleQuestion> questions, List<Commitment> commitments,
			List<String> milestones) {
	}

}
