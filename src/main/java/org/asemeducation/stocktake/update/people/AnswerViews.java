package org.asemeducation.stocktake.update.people;

import java.util.List;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.people.AnswerController.Answers;
import org.asemeducation.stocktake.update.people.AnswerController.GivenBack;
import org.asemeducation.stocktake.update.people.AnswerController.Other;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the forms show about answers in place of an update.
 */
@Component
class AnswerViews {

	private final Rights rights;

	private final UpdateRequests requests;

	private final PlanProposals proposals;

	private final JdbcClient jdbc;

	AnswerViews(Rights rights, UpdateRequests requests, PlanProposals proposals, JdbcClient jdbc) {
		this.rights = rights;
		this.requests = requests;
		this.proposals = proposals;
		this.jdbc = jdbc;
	}

	Answers of(UpdateKey key, Person reader) {
		if (!reader.isSecretariat() && !this.rights.mayWrite(reader.userId(), key.initiative().value())) {
			throw Refused.notAllowed(
					"Only those who coordinate %s and the secretariat may read this.".formatted(key.initiative()));
		}
		this.requests.find(key)
			.orElseThrow(() -> Refused
				.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle())));
		return new Answers(others(key), this.proposals.lastGivenBack(key)
			.map((said) -> new GivenBack(String.valueOf(said.party()), said.saidBy(), said.saidAt(), said.because()))
			.orElse(null), !this.rights.coordinatingAs(reader.userId(), key.initiative().value()).isEmpty());
	}

	private List<Other> others(UpdateKey key) {
		return this.jdbc
			.sql("select initiative, title from cycle_initiative where cycle = :cycle and initiative <> :own"
					+ " order by position")
			.param("cycle", key.cycle().value())
			.param("own", key.initiative().value())
			.query((row, number) -> new Other(row.getString("initiative"), row.getString("title")))
			.list();
	}

}
